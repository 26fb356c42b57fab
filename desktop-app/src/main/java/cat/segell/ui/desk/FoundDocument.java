// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchDocument;
import cat.segell.problem.Problem;
import cat.segell.signature.WaitingField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that a person named, or that lies in a folder that they named.
 *
 * @param size in bytes, 0 where it could not be read
 * @param pages where they were counted
 * @param signatures that it carries already: one more stands beside them
 * @param waiting fields in which nobody has signed
 * @param problem why it can't be signed, where it can't
 * @param signedBefore whether Segell itself wrote it: found in a folder, it is left alone
 */
public record FoundDocument(
        BatchDocument document,
        long size,
        OptionalInt pages,
        int signatures,
        List<WaitingField> waiting,
        Optional<Problem> problem,
        boolean signedBefore) {

    public FoundDocument {
        waiting = List.copyOf(waiting);
    }

    public static FoundDocument refused(BatchDocument document, Problem problem) {
        return new FoundDocument(document, 0, OptionalInt.empty(), 0, List.of(), Optional.of(problem), false);
    }

    /** The same, which the person wants to sign once more. */
    public FoundDocument signAgain() {
        return new FoundDocument(document.signAgain(), size, pages, signatures, waiting, problem, false);
    }

    /** The same, as it stands in a batch that was begun: only what was read then is signed. */
    FoundDocument in(BatchDocument begun) {
        return new FoundDocument(begun, size, pages, signatures, waiting, problem, false);
    }

    static FoundDocument signedBefore(BatchDocument document) {
        return new FoundDocument(document, 0, OptionalInt.empty(), 0, List.of(), Optional.empty(), true);
    }
}
