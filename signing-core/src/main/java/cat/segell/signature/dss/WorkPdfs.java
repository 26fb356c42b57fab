// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.NativePdfBoxVisibleSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/** Where DSS lays the PDFs that it writes. */
final class WorkPdfs {

    private WorkPdfs() {}

    /** In this folder, not in the system's for temporary files. */
    static IPdfObjFactory in(Path folder) {
        IPdfObjFactory factory = new Drawing();
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
        factory.setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder().setTempFileDirectory(folder.toFile()));
        return factory;
    }

    private static final class Drawing extends PdfBoxNativeObjectFactory {

        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, new Drawers()));
        }
    }

    private static final class Drawers extends PdfBoxNativeSignatureDrawerFactory {

        @Override
        public PdfBoxSignatureDrawer getSignatureDrawer(SignatureImageParameters parameters) {
            return new Drawer();
        }
    }

    /** Names the colours of a document as DSS does, but of none that somebody has signed: to them it would be a change. */
    private static final class Drawer extends NativePdfBoxVisibleSignatureDrawer {

        @Override
        protected void addColorSpace(PDDocumentCatalog catalog, String name) {
            boolean signed = document.getSignatureDictionaries().stream()
                    .anyMatch(each -> each.getCOSObject().containsKey(COSName.CONTENTS));
            if (!signed) {
                super.addColorSpace(catalog, name);
            }
        }
    }
}
