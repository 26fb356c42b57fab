// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a signature is, seen from what it signs. */
public enum Packaging {
    /** Inside the document, which keeps its kind. */
    ENVELOPED,
    /** Around the document, in XML. */
    ENVELOPING,
    /** In a file of its own, or beside the document in a container. */
    DETACHED,
    /** Around the document, in CMS and JSON. */
    ATTACHED;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word in any case */
    public static Optional<Packaging> of(String word) {
        return Arrays.stream(values())
                .filter(packaging -> packaging.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
