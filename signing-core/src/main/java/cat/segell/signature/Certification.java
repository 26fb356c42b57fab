// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the first signer of a PDF allows others to change in it later (ISO 32000-2, table 257). The constants are in its order. */
public enum Certification {
    /** Nothing: nobody can sign it any more either. */
    NOTHING,
    /** Forms are filled in, and others sign. */
    FORMS,
    /** That, and notes are written. */
    NOTES;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word in any case */
    public static Optional<Certification> of(String word) {
        return Arrays.stream(values())
                .filter(certification -> certification.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
