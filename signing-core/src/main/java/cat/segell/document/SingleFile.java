// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.FileIsFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was named where only one file makes sense. */
public final class SingleFile {

    private SingleFile() {}

    /** @throws ProblemException {@code FILE-IS-FOLDER}; whether it is there and may be read is told by whoever reads it */
    public static void demand(Path file) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw new ProblemException(new FileIsFolder(file));
        }
    }
}
