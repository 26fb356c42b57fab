// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.signature.dss.Stamping.Stamp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.dss.WorkZips;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;

/** Baseline signatures up to level T in a family of formats. The profile names its form. */
final class FamilySigner<P extends AbstractSignatureParameters<? extends TimestampParameters>> implements Signer {

    private final SignatureFamily<P> family;
    private final Stamping stamping;

    FamilySigner(SignatureFamily<P> family, Stamping stamping) {
        this.family = family;
        this.stamping = stamping;
    }

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        stamping.guard(profile.level());
        PublicKey key = credential.certificate().getPublicKey();
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(key, family.digest(key, profile.digest()), profile.pss());
        SignatureForm form = profile.form().orElseThrow();
        Path folder = document.work().folder();
        try {
            Subject subject = document.supplied().isPresent()
                    ? Subject.of(document, form)
                    : WorkZips.in(folder, () -> family.subject(document, form, OriginalDocument.beside(document)));
            InMemory.guard(document, subject.form());
            P parameters = family.parameters(subject);
            parameters.setSignaturePackaging(DssWords.packaging(subject.form().packaging()));
            parameters.setSignatureLevel(DssWords.level(subject.form().inside(), Stamping.madeAt(profile.level())));
            parameters.setDetachedContents(subject.originals());
            CommonParameters.fill(parameters, credential, algorithm);
            CommonParameters.claim(parameters.bLevel(), subject.form().inside(), profile.claims());
            CommonParameters.locate(parameters.bLevel(), profile.claims());
            byte[] data = WorkZips.in(
                    folder,
                    () -> family.service(folder, OfflineVerifier.create())
                            .getDataToSign(subject.document(), parameters)
                            .getBytes());
            return new PreparedInFamily<>(document, algorithm, data, profile, subject, parameters, family);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        PreparedInFamily<?> mine = (PreparedInFamily<?>) prepared;
        StampQuestion question = new StampQuestion(stamping, mine.profile());
        Path folder = work.folder();
        try {
            DSSDocument signed = WorkZips.in(
                    folder,
                    () -> mine.completed(
                            signature, Stamping.madeAt(mine.profile().level()), question, folder));
            return content(signed, question.answer(), work);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Optional<Stamp> missed =
                    question.answer().filter(stamp -> stamp.token().isEmpty());
            if (missed.isEmpty()) {
                throw ForeignFailure.of(mine.document(), e);
            }
            return unstamped(mine, signature, missed, work);
        }
    }

    private static SignedContent unstamped(
            PreparedInFamily<?> prepared, byte[] signature, Optional<Stamp> missed, WorkFolder work)
            throws ProblemException {
        Path folder = work.folder();
        try {
            DSSDocument signed = WorkZips.in(folder, () -> prepared.unstamped(signature, folder));
            return content(signed, missed, work);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(prepared.document(), e);
        }
    }

    private static SignedContent content(DSSDocument signed, Optional<Stamp> stamp, WorkFolder work)
            throws ProblemException {
        Stamp told = stamp.orElse(Stamp.NOT_WANTED);
        return new SignedContent(WorkContent.of(signed, work), told.reached(), told.missed());
    }
}
