// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.journal.PendingTable.Ended;
import cat.segell.batch.journal.PendingWork;
import cat.segell.document.Digest;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.LevelReached;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.DocumentProblem.SignatureCompact;
import cat.segell.problem.DocumentProblem.SignatureNoLevel;
import cat.segell.problem.DocumentProblem.SignatureUnfit;
import cat.segell.problem.Problem;
import cat.segell.problem.ServiceProblem.EvidenceNone;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** How it stands with a file after a run. */
public sealed interface WorkEnd {

    /**
     * Nothing is missing any more.
     *
     * @param sha256 of the file
     * @param level that it was raised to, where it was
     * @param receipt that was laid, where one was
     */
    record Done(Path file, Digest sha256, Optional<SignatureLevel> level, Optional<Path> receipt) implements WorkEnd {}

    /** Something is. */
    record Waiting(PendingWork work) implements WorkEnd {}

    /** Nothing more is done. */
    record Dropped(PendingWork work, Problem problem) implements WorkEnd {

        /** As it was written down. */
        static Dropped of(Ended ended) {
            return new Dropped(ended.work(), problem(ended.problem(), ended.work()));
        }

        private static Problem problem(String code, PendingWork work) {
            Path file = work.file();
            return Stream.<Problem>of(
                            new PendingFileGone(file),
                            new SignatureUnfit(file),
                            new SignatureNoLevel(file),
                            new SignatureCompact(file),
                            new DocumentUnsigned(file),
                            new LevelReached(file, String.join(", ", work.wanted())),
                            new EvidenceNone())
                    .filter(problem -> problem.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> new PendingFileChanged(file));
        }
    }
}
