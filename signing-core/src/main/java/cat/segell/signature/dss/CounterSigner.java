// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.CounterSignatureNested;
import cat.segell.problem.DocumentProblem.CounterSignatureSealed;
import cat.segell.problem.DocumentProblem.CounterSignatureUnfit;
import cat.segell.problem.DocumentProblem.CounterSignatureUnsupported;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.RevisionUnknown;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.CounterSignatures;
import cat.segell.validation.dss.DssValidator;
import cat.segell.validation.dss.WorkZips;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SerializableCounterSignatureParameters;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;

/** Signs signatures that files hold already, at level B: no family can do more of it alike. */
final class CounterSigner implements Signer {

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        SignatureForm form = Raising.form(document);
        CounterFamily<?> family = CounterFamily.of(form)
                .orElseThrow(() -> new ProblemException(new CounterSignatureUnsupported(document.source())));
        guard(document, profile.counterSigned().orElseThrow());
        Subject subject = SignatureFamily.of(form).signed(document, form, OriginalDocument.beside(document));
        InMemory.guard(document, subject.form());
        profile.claims().guard(subject.form());
        return prepared(family, subject, document, credential, profile);
    }

    /** Before the PIN: what can't be signed so, or would be worth nothing. */
    private static void guard(DocumentFile document, int number) throws ProblemException {
        ValidationReport report =
                new DssValidator().validate(document, OriginalDocument.beside(document), TrustAnchors.NONE);
        if (report.verdict() == Verdict.UNSIGNED) {
            throw new ProblemException(new DocumentUnsigned(document.source()));
        }
        int signatures = report.signatures().size();
        if (number < 1 || number > signatures) {
            throw new ProblemException(new RevisionUnknown(document.source(), number, signatures));
        }
        SignatureReport signed = report.signatures().get(number - 1);
        if (signed.isCounterSignature()) {
            throw new ProblemException(new CounterSignatureNested(document.source(), number));
        }
        if (signed.verdict() == Verdict.INVALID) {
            throw new ProblemException(new CounterSignatureUnfit(document.source(), number));
        }
        // An archive time-stamp is over what stands in the signature then: one of these, added later, would break it.
        if (signed.level().filter(SignatureLevel.LTA.name()::equals).isPresent()) {
            throw new ProblemException(new CounterSignatureSealed(document.source(), number));
        }
    }

    private static <
                    P extends
                            AbstractSignatureParameters<? extends TimestampParameters>
                                    & SerializableCounterSignatureParameters>
            PreparedDocument prepared(
                    CounterFamily<P> family,
                    Subject subject,
                    DocumentFile document,
                    Credential credential,
                    SignatureProfile profile)
                    throws ProblemException {
        PublicKey key = credential.certificate().getPublicKey();
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(
                key, SignatureFamily.of(subject.form()).digest(key, profile.digest()), profile.pss());
        Path folder = document.work().folder();
        int number = profile.counterSigned().orElseThrow();
        try {
            AdvancedSignature signed = WorkZips.in(folder, () -> signature(family, subject, number));
            if (!signed.getArchiveTimestamps().isEmpty()) {
                throw new ProblemException(new CounterSignatureSealed(document.source(), number));
            }
            P parameters = family.parameters().get();
            parameters.setSignatureLevel(DssWords.level(subject.form().inside(), SignatureLevel.B));
            parameters.setDetachedContents(subject.originals());
            parameters.setSignatureIdToCounterSign(signed.getId());
            CommonParameters.fill(parameters, credential, algorithm);
            CommonParameters.claim(parameters.bLevel(), subject.form().inside(), profile.claims());
            CommonParameters.locate(parameters.bLevel(), profile.claims());
            byte[] data = WorkZips.in(
                    folder,
                    () -> family.service()
                            .apply(OfflineVerifier.create())
                            .getDataToBeCounterSigned(subject.document(), parameters)
                            .getBytes());
            return new PreparedCounter<>(document, algorithm, data, profile, subject, parameters, family);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    /** Counted as in a {@link ValidationReport}. */
    private static AdvancedSignature signature(CounterFamily<?> family, Subject subject, int number) {
        SignedDocumentValidator validator = family.reader().apply(subject.document());
        validator.setCertificateVerifier(OfflineVerifier.create());
        validator.setDetachedContents(subject.originals());
        return CounterSignatures.inOrder(validator).get(number - 1);
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        PreparedCounter<?> mine = (PreparedCounter<?>) prepared;
        try {
            DSSDocument signed = WorkZips.in(work.folder(), () -> mine.completed(signature));
            return new SignedContent(WorkContent.of(signed, work), SignatureLevel.B, Optional.empty());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(mine.document(), e);
        }
    }
}
