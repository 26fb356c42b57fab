// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.timestamp;

import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.timestamp.TimestampStatement;
import java.nio.file.Path;

/** How one document ended. */
sealed interface TimestampResult {

    Path input();

    /**
     * @param output the time-stamp’s file
     * @param sha256 of the document
     */
    record Stamped(Path input, Path output, Digest sha256, TimestampStatement statement) implements TimestampResult {}

    /** Nothing was written. */
    record Failed(Path input, Problem problem) implements TimestampResult {}
}
