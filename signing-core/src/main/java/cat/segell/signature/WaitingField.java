// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.document.Digest;
import java.util.List;
import java.util.Set;

/**
 * A signature field of a PDF in which nobody has signed.
 *
 * @param name in full, with those of its parents
 * @param labels what it says of whose it is
 * @param demanded SHA-256 of the certificates with one of which alone may be signed in it; none where its author demands none
 */
public record WaitingField(String name, List<String> labels, Set<Digest> demanded) {

    public WaitingField {
        labels = List.copyOf(labels);
        demanded = Set.copyOf(demanded);
    }
}
