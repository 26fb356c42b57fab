// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.credential.SignatureScheme;
import cat.segell.document.DigestAlgorithm;

/** What the application asks a module's process. PINs are UTF-8 bytes, empty for none; both sides wipe them. */
public sealed interface Question {

    /** All tokens and what can be seen on them. Answered by {@link Answer.Seen}. */
    record Look() implements Question {}

    /** What the module is. Answered by {@link Answer.Is}. */
    record About() implements Question {}

    /**
     * Log in and find the private key. Answered by {@link Answer.Opened}, {@link Answer.TokenGone}, {@link Answer.KeyGone}.
     *
     * @param session a number that the asker chooses, for what follows
     * @param certificateSha256 lower-case hex
     */
    record Open(long session, String tokenSerial, String certificateSha256, String keyId, byte[] pin)
            implements Question {}

    /**
     * Answered by {@link Answer.Signed}, or {@link Answer.PinNeeded} where the key wants the PIN again.
     *
     * @param data for RSA PKCS#1 a DigestInfo, else the digest
     */
    record Sign(long session, SignatureScheme scheme, DigestAlgorithm hash, byte[] data, byte[] pin)
            implements Question {}

    /** Log out and forget. Answered by {@link Answer.Done}, whatever the module says. */
    record Close(long session) implements Question {}
}
