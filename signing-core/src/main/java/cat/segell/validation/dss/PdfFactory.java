// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.util.List;
import java.util.Optional;

/** How DSS reads a PDF of ours. Where it ends with its only signature, nothing follows that could be a change, and nothing is looked for. */
final class PdfFactory extends PdfBoxNativeObjectFactory {

    private final long size;
    private final boolean sealed;

    /**
     * @param size of the file
     * @param differences absent where nothing follows the only signature
     */
    PdfFactory(long size, Optional<LaterDifferences> differences) {
        this.size = size;
        this.sealed = differences.isEmpty();
        differences.ifPresent(this::setPdfDifferencesFinder);
        setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(sealed ? new Sealed(size) : new PdfRevisions(size));
    }

    private static final class Sealed extends PdfRevisions {

        Sealed(long size) {
            super(size);
        }

        @Override
        public void analyzePdfModifications(
                DSSDocument document, List<AdvancedSignature> signatures, char[] password) {}

        @Override
        public void analyzeTimestampPdfModifications(
                DSSDocument document, List<TimestampToken> stamps, char[] password) {}
    }
}
