// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import cat.segell.document.HashedFile;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;

/** A PDF on its way from what is signed of it to its signature. */
public final class PdfPass {

    private final PAdESService service;
    private final FileDocument document;
    private final OnePassPdfs pdfs;
    private final byte[] dataToSign;

    /**
     * @param base what is signed
     * @param service for this alone
     * @throws RuntimeException of many types
     */
    public PdfPass(HashedFile base, PAdESService service, PAdESSignatureParameters parameters) {
        this.service = service;
        this.pdfs = new OnePassPdfs(base);
        service.setPdfObjFactory(pdfs);
        this.document =
                RememberedServices.during(() -> new FileDocument(base.file().toFile()));
        this.dataToSign = RememberedServices.during(() -> service.getDataToSign(document, parameters))
                .getBytes();
    }

    /** The DER of the signed attributes. */
    public byte[] dataToSign() {
        return dataToSign.clone();
    }

    /**
     * What was given at the beginning becomes the signed document; where that fails, it is left as it was.
     *
     * @param parameters the same object as at the beginning: DSS keeps the digest in it
     * @throws RuntimeException of many types
     */
    public HashedFile end(PAdESSignatureParameters parameters, SignatureValue value) {
        DSSDocument _ = RememberedServices.during(() -> service.signDocument(document, parameters, value));
        return pdfs.signed().orElseThrow();
    }
}
