// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

/** What a certificate's key may be used for. */
public enum CertificatePurpose {
    SIGNATURE,
    AUTHENTICATION,
    BOTH,
    /** Encryption, or issuing other certificates. */
    NEITHER;

    public boolean signs() {
        return this == SIGNATURE || this == BOTH;
    }

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
