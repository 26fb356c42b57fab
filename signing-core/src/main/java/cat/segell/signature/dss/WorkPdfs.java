// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.nio.file.Path;

/** Where DSS lays the PDFs that it writes. */
final class WorkPdfs {

    private WorkPdfs() {}

    /** In this folder, not in the system's for temporary files. */
    static IPdfObjFactory in(Path folder) {
        IPdfObjFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
        factory.setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder().setTempFileDirectory(folder.toFile()));
        return factory;
    }
}
