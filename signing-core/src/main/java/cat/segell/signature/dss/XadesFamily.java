// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.SignatureAlone;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.coverage.XmlCoverage;
import cat.segell.xml.XmlStructure;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** XML signatures (ETSI EN 319 132-1). */
final class XadesFamily implements SignatureFamily<XAdESSignatureParameters> {

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        if (XmlStructure.isSignature(document)) {
            // There is no element that could hold a second one beside it; around it, one would be of no standard.
            throw new ProblemException(new SignatureAlone(document.source()));
        }
        if (form.packaging() != Packaging.ENVELOPED) {
            return Subject.of(document, form);
        }
        XmlStructure xml = XmlStructure.require(document);
        return new Subject(Subject.file(document), List.of(), form, xml.isSigned());
    }

    @Override
    public Subject signed(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        return new Subject(
                Subject.file(document),
                detached(document) ? List.of(Originals.of(document, original)) : List.of(),
                form,
                true);
    }

    private static boolean detached(DocumentFile document) throws ProblemException {
        try {
            return XmlCoverage.of(document.copy()).detached();
        } catch (IOException e) {
            throw ForeignFailure.of(document, e);
        }
    }

    @Override
    public XAdESSignatureParameters parameters(Subject subject) {
        return new XAdESSignatureParameters();
    }

    @Override
    public DocumentSignatureService<XAdESSignatureParameters, ?> service(Path folder, CertificateVerifier verifier) {
        return new XAdESService(verifier);
    }
}
