// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * DSS's visible differences where something follows a signed revision. Annotations that overlapped when the document was signed
 * are its author's.
 */
final class LaterDifferences extends DefaultPdfDifferencesFinder {

    /** Pages up to which a document is rendered; our own comparison of objects has no such limit. */
    private static final int RENDERED_PAGES = 10;

    private final Set<Integer> overlappedBefore;

    private LaterDifferences(Set<Integer> overlappedBefore) {
        this.overlappedBefore = overlappedBefore;
        setMaximalPagesAmountForVisualComparison(RENDERED_PAGES);
    }

    /** @param firstRevision empty where no signature covers anything */
    static LaterDifferences after(byte[] firstRevision) throws IOException {
        if (firstRevision.length == 0) {
            return new LaterDifferences(Set.of());
        }
        try (PdfDocumentReader reader = new PdfBoxDocumentReader(new InMemoryDocument(firstRevision))) {
            return new LaterDifferences(pages(new DefaultPdfDifferencesFinder().getAnnotationOverlaps(reader)));
        }
    }

    @Override
    public List<PdfModification> getAnnotationOverlaps(PdfDocumentReader reader) {
        return super.getAnnotationOverlaps(reader).stream()
                .filter(overlap -> !overlappedBefore.contains(overlap.getPage()))
                .toList();
    }

    private static Set<Integer> pages(List<PdfModification> modifications) {
        return modifications.stream().map(PdfModification::getPage).collect(Collectors.toSet());
    }
}
