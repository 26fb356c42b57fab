// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/**
 * Which credential this is, wherever it shows up: never a list index, alias or slot number.
 *
 * @param certificateSha256 of the certificate's DER, lower-case hex
 * @param tokenSerial as in {@link Token#serial()}
 * @param keyId CKA_ID in lower-case hex, empty where the kind of token has none
 */
public record CredentialId(String certificateSha256, String tokenSerial, String keyId) {}
