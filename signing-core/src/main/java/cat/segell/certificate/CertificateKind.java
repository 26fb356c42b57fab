// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.Locale;

/** Who a certificate speaks for. */
public enum CertificateKind {
    PUBLIC_EMPLOYEE,
    /** A public employee known by a number: no name, and none is ever guessed. */
    PSEUDONYM,
    /** An entity, not a person. */
    SEAL,
    REPRESENTATIVE,
    CITIZEN,
    OTHER;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
