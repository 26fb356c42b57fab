// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Signer;
import java.nio.file.Path;

/** What DSS, PDFBox and their like throw has many types and one meaning, unless there was no room to write. */
final class ForeignFailure {

    private ForeignFailure() {}

    static ProblemException of(DocumentFile document, Throwable cause) {
        Path folder = document.work().folder();
        DocumentProblem problem = folder.toFile().getUsableSpace() < document.size() + Signer.SIGNATURE_ROOM
                ? new DiskFull(folder)
                : PdfFailure.of(document, cause);
        return new ProblemException(problem, cause);
    }
}
