// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.CMSUtils;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** CMS signatures (ETSI EN 319 122-1). */
final class CadesFamily implements SignatureFamily<CAdESSignatureParameters> {

    /** What DER begins with here. */
    private static final byte SEQUENCE = 0x30;

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        FileDocument file = Subject.file(document);
        Optional<CMS> cms = cms(file);
        if (cms.isEmpty()) {
            return Subject.of(document, form);
        }
        if (!cms.get().isDetachedSignature()) {
            return new Subject(
                    file,
                    List.of(),
                    new SignatureForm(SignatureFormat.CADES, Packaging.ATTACHED, SignatureFormat.CADES),
                    true);
        }
        return new Subject(
                file,
                List.of(Originals.of(document, original)),
                new SignatureForm(SignatureFormat.CADES, Packaging.DETACHED, SignatureFormat.CADES),
                true);
    }

    /** Signed data, whoever made it. */
    private static Optional<CMS> cms(FileDocument file) {
        if (DSSUtils.readFirstByte(file) != SEQUENCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(CMSUtils.parseToCMS(file));
        } catch (DSSException | IllegalInputException other) {
            return Optional.empty();
        }
    }

    @Override
    public CAdESSignatureParameters parameters(Subject subject) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setParallelSignature(subject.signedBefore());
        return parameters;
    }

    @Override
    public DocumentSignatureService<CAdESSignatureParameters, ?> service(Path folder, CertificateVerifier verifier) {
        return new CAdESService(verifier);
    }
}
