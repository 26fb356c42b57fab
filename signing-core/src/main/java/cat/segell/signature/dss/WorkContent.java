// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What DSS made, as a file in the work folder. */
final class WorkContent {

    private WorkContent() {}

    /** @throws ProblemException where it can't be written */
    static Path of(DSSDocument made, WorkFolder work) throws ProblemException {
        if (made instanceof FileDocument there && there.getFile().toPath().startsWith(work.folder())) {
            return there.getFile().toPath();
        }
        Path file = work.newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            made.writeTo(out);
        } catch (IOException e) {
            throw work.unwritable(e);
        }
        return file;
    }
}
