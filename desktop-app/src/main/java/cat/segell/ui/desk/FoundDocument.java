// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchDocument;
import cat.segell.problem.Problem;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that a person named, or that lies in a folder that they named.
 *
 * @param size in bytes, 0 where it could not be read
 * @param pages where they were counted
 * @param signatures that it carries already: one more stands beside them
 * @param problem why it can't be signed, where it can't
 * @param signedBefore whether Segell itself wrote it: found in a folder, it is left alone
 */
public record FoundDocument(
        BatchDocument document,
        long size,
        OptionalInt pages,
        int signatures,
        Optional<Problem> problem,
        boolean signedBefore) {

    public static FoundDocument refused(BatchDocument document, Problem problem) {
        return new FoundDocument(document, 0, OptionalInt.empty(), 0, Optional.of(problem), false);
    }

    /** The same, which the person wants to sign once more. */
    public FoundDocument signAgain() {
        return new FoundDocument(document.signAgain(), size, pages, signatures, problem, false);
    }

    static FoundDocument signedBefore(BatchDocument document) {
        return new FoundDocument(document, 0, OptionalInt.empty(), 0, Optional.empty(), true);
    }
}
