// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.Locale;

/** What a certificate's key may be used for. */
public enum CertificatePurpose {
    SIGNATURE,
    AUTHENTICATION,
    BOTH,
    /** Digital signatures, without a word on what for (EN 319 412-2 §4.3.2, type C): signs documents only where it is asked for. */
    UNSTATED,
    ENCRYPTION,
    /** Issues other certificates. */
    ISSUING,
    /** Time-stamps, answers on revocation, a server: a machine's. */
    SERVICE,
    /** Nothing that is known here, or a usage that can't be read. */
    NEITHER;

    public boolean signs() {
        return this == SIGNATURE || this == BOTH || this == UNSTATED;
    }

    /** Whether it speaks for its holder at all. */
    public boolean speaks() {
        return signs() || this == AUTHENTICATION;
    }

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
