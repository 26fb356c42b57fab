// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.SignatureCompact;
import cat.segell.problem.DocumentProblem.SignatureUnreadable;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.coverage.SignedKind;
import cat.segell.validation.dss.WorkZips;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.nio.file.Path;

/** A signed file whose signatures are raised to higher levels, each time from the start. */
record Raising<P extends AbstractSignatureParameters<? extends TimestampParameters>>(
        SignatureFamily<P> family, Subject subject) {

    /** @throws ProblemException a {@code DocumentProblem} where it is no signed file, or what it signs isn't there */
    static Raising<?> of(DocumentFile document, OriginalDocument original) throws ProblemException {
        SignatureForm form = form(document);
        return of(SignatureFamily.of(form), document, form, original);
    }

    private static <P extends AbstractSignatureParameters<? extends TimestampParameters>> Raising<P> of(
            SignatureFamily<P> family, DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        return new Raising<>(family, family.signed(document, form, original));
    }

    /** By its first bytes; how a signature that is no container lies to its document, its family finds out. */
    static SignatureForm form(DocumentFile document) throws ProblemException {
        return switch (kind(document)) {
            case PDF -> SignatureForm.PADES;
            case XML -> SignatureForm.of(SignatureFormat.XADES);
            case CMS -> SignatureForm.of(SignatureFormat.CADES);
            case JSON -> SignatureForm.of(SignatureFormat.JADES);
            case JWS -> throw compact(document);
            case CONTAINER -> AsicForms.existing(document).orElseThrow(() -> unreadable(document));
            // It has no level, and no signature of a person.
            case TIMESTAMP -> throw new ProblemException(new DocumentUnsigned(document.source()));
            case OTHER -> throw unreadable(document);
        };
    }

    /** @throws ProblemException where it is a JWS that nothing can be added to */
    static void guardNotCompact(DocumentFile document) throws ProblemException {
        if (kind(document) == SignedKind.JWS) {
            throw compact(document);
        }
    }

    private static ProblemException compact(DocumentFile document) {
        return new ProblemException(new SignatureCompact(document.source()));
    }

    private static SignedKind kind(DocumentFile document) throws ProblemException {
        try {
            return SignedKind.of(document.copy());
        } catch (IOException e) {
            throw ForeignFailure.of(document, e);
        }
    }

    private static ProblemException unreadable(DocumentFile document) {
        return new ProblemException(new SignatureUnreadable(document.source()));
    }

    /**
     * @param verifier what is believed, and who is asked
     * @param folder for what DSS lays on the disk
     * @throws RuntimeException of many types
     */
    DSSDocument to(SignatureLevel level, CertificateVerifier verifier, TSPSource stamps, Path folder) {
        P parameters = family.parameters(subject);
        parameters.setSignatureLevel(DssWords.level(subject.form().inside(), level));
        parameters.setDetachedContents(subject.originals());
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DssWords.digest(DigestAlgorithm.SHA256));
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DssWords.digest(DigestAlgorithm.SHA256));
        DocumentSignatureService<P, ?> service = family.service(folder, verifier);
        service.setTspSource(stamps);
        return WorkZips.in(folder, () -> service.extendDocument(subject.document(), parameters));
    }
}
