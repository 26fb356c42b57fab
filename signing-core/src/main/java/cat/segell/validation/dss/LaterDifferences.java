// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * DSS's visible differences, only where something follows a signed revision: rendering takes most of the time of a
 * validation, and annotations that overlapped when the document was signed are its author's.
 */
final class LaterDifferences extends DefaultPdfDifferencesFinder {

    /** Pages up to which a document is rendered; our own comparison of objects has no such limit. */
    private static final int RENDERED_PAGES = 10;

    private final boolean followed;
    private final Set<Integer> overlappedBefore;

    private LaterDifferences(boolean followed, Set<Integer> overlappedBefore) {
        this.followed = followed;
        this.overlappedBefore = overlappedBefore;
        setMaximalPagesAmountForVisualComparison(followed ? RENDERED_PAGES : 0);
    }

    /** @param firstRevision the first signed revision where something follows it, else empty */
    static LaterDifferences after(Optional<DSSDocument> firstRevision) throws IOException {
        if (firstRevision.isEmpty()) {
            return new LaterDifferences(false, Set.of());
        }
        try (PdfDocumentReader reader = new PdfBoxDocumentReader(firstRevision.get())) {
            return new LaterDifferences(true, pages(new DefaultPdfDifferencesFinder().getAnnotationOverlaps(reader)));
        }
    }

    @Override
    public List<PdfModification> getAnnotationOverlaps(PdfDocumentReader reader) {
        if (!followed) {
            return List.of();
        }
        return super.getAnnotationOverlaps(reader).stream()
                .filter(overlap -> !overlappedBefore.contains(overlap.getPage()))
                .toList();
    }

    private static Set<Integer> pages(List<PdfModification> modifications) {
        return modifications.stream().map(PdfModification::getPage).collect(Collectors.toSet());
    }
}
