// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.Digest;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.LevelReached;
import cat.segell.problem.DocumentProblem.SignatureCompact;
import cat.segell.problem.DocumentProblem.SignatureNoLevel;
import cat.segell.problem.DocumentProblem.SignatureUnfit;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.Problem;
import cat.segell.problem.ServiceProblem.EvidenceNone;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** How one document ended. */
public sealed interface DocumentResult {

    Path input();

    /**
     * @param earlier what had this file's name before it: it stays, and this one has a number
     * @param sha256 of the signed file
     * @param pending the level that was asked for and not reached, with the reason
     * @param receipt where it was recorded: beside the signed file, or where {@code notRecorded} says
     * @param notRecorded why it was not recorded, or has no receipt beside it, although that was asked for: never undoes the
     *     signature
     */
    record Signed(
            Path input,
            Path output,
            Optional<Path> earlier,
            Digest sha256,
            Made made,
            Optional<Pending> pending,
            Optional<Path> receipt,
            Optional<Problem> notRecorded)
            implements DocumentResult {

        /** Reached. */
        public SignatureLevel level() {
            return made.level();
        }

        Signed withReceipt(Path file, Optional<? extends Problem> problem) {
            return new Signed(
                    input, output, earlier, sha256, made, pending, Optional.of(file), problem.map(Function.identity()));
        }

        Signed withoutReceipt(Problem why) {
            return new Signed(input, output, earlier, sha256, made, pending, Optional.empty(), Optional.of(why));
        }
    }

    /**
     * What became of the document.
     *
     * @param field of a PDF that waited for it, and in which it stands
     */
    record Made(SignatureForm form, SignatureLevel level, Optional<String> field) {}

    record Pending(SignatureLevel level, Problem why) {

        /** Whether it may be reached later; else the document stays as it is. */
        public boolean isReachable() {
            return !(why instanceof EvidenceNone
                    || why instanceof SignatureNoLevel
                    || why instanceof SignatureCompact
                    || why instanceof SignatureUnfit
                    || why instanceof DocumentUnsigned
                    || why instanceof LevelReached);
        }
    }

    /** Nothing was written. */
    record Failed(Path input, Problem problem) implements DocumentResult {}

    /**
     * Left alone on purpose.
     *
     * @param why the same person has signed it already; absent of a file that Segell itself named {@code -signed}, and of a copy for
     *     reading, found in a folder
     */
    record Skipped(Path input, Optional<SignedByHolder> why) implements DocumentResult {}
}
