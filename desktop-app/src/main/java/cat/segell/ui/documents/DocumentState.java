// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.batch.DocumentResult;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** Where a document stands. */
public sealed interface DocumentState {

    record Ready() implements DocumentState {}

    /** Will not be signed; never holds up the others. */
    record Refused(Problem problem) implements DocumentState {}

    /** In the batch, not yet its turn. */
    record Waiting() implements DocumentState {}

    record Signing() implements DocumentState {}

    record Signed(DocumentResult.Signed result, Instant at) implements DocumentState {

        /** Whether it lacks something that was asked for. */
        public boolean incomplete() {
            return result.pending().isPresent() || result.notRecorded().isPresent();
        }
    }

    record Failed(Problem problem) implements DocumentState {

        /** Whether it is unsigned only because the person stopped the batch. */
        public boolean stopped() {
            return problem instanceof DocumentProblem.SigningStopped;
        }
    }

    /**
     * Left alone.
     *
     * @param why the same person has signed it; absent where it lay in a folder and is named as Segell names signed files
     */
    record Skipped(Optional<SignedByHolder> why) implements DocumentState {}
}
