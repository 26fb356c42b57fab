// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DetachedName;
import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.model.DSSDocument;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a signature in a file of its own signs. */
final class Originals {

    private Originals() {}

    /** @throws ProblemException {@code ORIGINAL-MISSING} where none lies beside it, or a {@code DocumentProblem} of that one */
    static DSSDocument beside(DocumentFile signature) throws ProblemException {
        Path original = DetachedName.originals(signature.source()).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new OriginalMissing(signature.source())));
        return Subject.file(DocumentFile.read(original, signature.work()));
    }
}
