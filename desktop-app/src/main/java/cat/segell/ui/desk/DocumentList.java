// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentScan;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.dss.PdfInspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What files and folders stand for, each document looked at once.
 *
 * @param home where private copies are kept while they are needed
 */
record DocumentList(Path home) {

    void find(List<Path> named, Consumer<FoundDocument> each) {
        DocumentScan scan =
                DocumentScan.of(named.stream().map(Path::toAbsolutePath).toList());
        scan.documents().forEach(document -> each.accept(inspected(document)));
        for (DocumentResult left : scan.leftOut()) {
            BatchDocument document = BatchDocument.of(left.input());
            each.accept(
                    left instanceof DocumentResult.Failed(Path _, Problem problem)
                            ? FoundDocument.refused(document, problem)
                            : FoundDocument.signedBefore(document));
        }
    }

    /** Documents of a batch that was begun. */
    List<FoundDocument> begun(List<BatchDocument> documents) {
        return documents.stream()
                .map(document -> inspected(document).in(document))
                .toList();
    }

    private FoundDocument inspected(BatchDocument document) {
        try (WorkFolder work = WorkFolder.create(home);
                DocumentFile file = DocumentFile.read(document.input(), work)) {
            PdfInspection pdf = PdfInspection.of(file);
            return new FoundDocument(
                    document.showing(file.sha256()),
                    file.size(),
                    OptionalInt.of(pdf.pages()),
                    pdf.signatures(),
                    pdf.waiting(),
                    Optional.empty(),
                    false);
        } catch (ProblemException e) {
            return FoundDocument.refused(document, e.problem());
        }
    }
}
