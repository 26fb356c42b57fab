// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.nio.file.Path;

/** Where DSS lays the PDFs that it writes in its own way. */
public final class WorkPdfs {

    private WorkPdfs() {}

    /** In this folder, not in the system's for temporary files. */
    public static IPdfObjFactory in(Path folder) {
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
}
