// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;

/** Containers (ETSI EN 319 162-1) in which CAdES signs. */
final class AsicCadesFamily implements SignatureFamily<ASiCWithCAdESSignatureParameters> {

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        return AsicForms.subject(document, form);
    }

    @Override
    public ASiCWithCAdESSignatureParameters parameters(Subject subject) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        AsicForms.set(parameters.aSiC(), subject.form());
        return parameters;
    }

    @Override
    public DocumentSignatureService<ASiCWithCAdESSignatureParameters, ?> service(
            Path folder, CertificateVerifier verifier) {
        return new ASiCWithCAdESService(verifier);
    }
}
