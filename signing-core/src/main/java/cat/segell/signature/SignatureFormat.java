// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that can be signed. */
public enum SignatureFormat {
    /** Inside a PDF (ETSI EN 319 142-1). */
    PADES,
    /** XML (ETSI EN 319 132-1). */
    XADES,
    /** CMS (ETSI EN 319 122-1). */
    CADES,
    /** JSON (ETSI TS 119 182-1). */
    JADES,
    /** A container of one document and what signs it (ETSI EN 319 162-1). */
    ASIC_S,
    /** A container of documents and what signs them. */
    ASIC_E;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param word in any case */
    public static Optional<SignatureFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
