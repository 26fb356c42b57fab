// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.extend;

import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.Optional;

/** How one document ended. */
sealed interface ExtendResult {

    Path input();

    /**
     * @param sha256 of the new file
     * @param level reached
     * @param missed why it isn't the one that was asked for
     * @param practice whether a time-stamp of the practice authority was added
     */
    record Extended(
            Path input, Path output, Digest sha256, SignatureLevel level, Optional<Problem> missed, boolean practice)
            implements ExtendResult {}

    /** Nothing was written. */
    record Failed(Path input, Problem problem) implements ExtendResult {}

    /** Found in a folder, and not signed. */
    record Skipped(Path input) implements ExtendResult {}
}
