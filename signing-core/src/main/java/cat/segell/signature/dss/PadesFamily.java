// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.pdf.WorkPdfs;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;

/** Signatures in PDFs (ETSI EN 319 142-1), as far as they are like the others: {@link PadesSigner} makes them. */
final class PadesFamily implements SignatureFamily<PAdESSignatureParameters> {

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original) {
        return Subject.of(document, form);
    }

    @Override
    public PAdESSignatureParameters parameters(Subject subject) {
        return new PAdESSignatureParameters();
    }

    @Override
    public PAdESService service(Path folder, CertificateVerifier verifier) {
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(WorkPdfs.in(folder));
        return service;
    }
}
