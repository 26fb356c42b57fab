// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.NativePdfBoxVisibleSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/** Who draws signatures that are seen. */
final class Drawers extends PdfBoxNativeSignatureDrawerFactory {

    @Override
    public PdfBoxSignatureDrawer getSignatureDrawer(SignatureImageParameters parameters) {
        return new Drawer();
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
