// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.util.List;

/** Of a PDF that ends with its only signature: nothing follows that could be a change, and nothing is looked for. */
final class SealedPdfFactory extends PdfBoxNativeObjectFactory {

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Sealed());
    }

    private static final class Sealed extends PdfBoxSignatureService {

        Sealed() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        public void analyzePdfModifications(
                DSSDocument document, List<AdvancedSignature> signatures, char[] password) {}

        @Override
        public void analyzeTimestampPdfModifications(
                DSSDocument document, List<TimestampToken> stamps, char[] password) {}
    }
}
