// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LevelUnsupported;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Appearance;
import cat.segell.signature.Extender;
import cat.segell.signature.Packaging;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import java.util.List;
import java.util.Optional;

/** Signs in every format: in the one that the profile names, or in the one that fits the document. */
public final class FormatSigner implements Signer {

    private static final List<String> WITHOUT_EVIDENCE = List.of(SignatureLevel.B.name(), SignatureLevel.T.name());

    private static final String SUPPLIED = "--supplied-digest";

    private final Stamping stamping;
    private final Optional<? extends Extender> extender;

    /**
     * For one batch: it remembers which authority didn't answer.
     *
     * @param authorities in the order in which they are asked; may be empty where only level B is wanted
     * @param extender from level T to higher ones; may be absent where none is wanted
     */
    public FormatSigner(List<? extends TimestampAuthority> authorities, Optional<? extends Extender> extender) {
        this.stamping = new Stamping(authorities);
        this.extender = extender;
    }

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        if (profile.counterSigned().isPresent()) {
            return new CounterSigner().prepare(document, credential, profile);
        }
        SignatureForm form = form(document, profile);
        guard(document, form, profile);
        if (profile.level().holdsEvidence() && extender.isEmpty()) {
            throw new ProblemException(new LevelUnsupported(profile.level().name(), WITHOUT_EVIDENCE));
        }
        if (!profile.demandsEvidence()) {
            return signer(form).prepare(document, credential, profile.in(form));
        }
        // Else the key would make signatures that are thrown away.
        extender.orElseThrow().demandBelieved(document, credential);
        PreparedDocument prepared = signer(form).prepare(document, credential, profile.in(form));
        if (prepared.signedBefore()) {
            extender.orElseThrow().demandRaisable(document, OriginalDocument.beside(document));
        }
        return prepared;
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        if (prepared.profile().counterSigned().isPresent()) {
            return new CounterSigner().complete(prepared, signature, work);
        }
        SignedContent signed = signer(prepared.form()).complete(prepared, signature, work);
        boolean higher = prepared.profile().level().compareTo(signed.level()) > 0;
        return higher && signed.missed().isEmpty() ? raised(prepared, signed, work) : signed;
    }

    /** A signature is made once: what keeps it from a higher level doesn't undo it, unless nobody wants it without. */
    private SignedContent raised(PreparedDocument prepared, SignedContent signed, WorkFolder work)
            throws ProblemException {
        DocumentFile source = prepared.document();
        OriginalDocument original =
                prepared.signedBefore() ? OriginalDocument.beside(source) : () -> Optional.of(source);
        SignatureProfile profile = prepared.profile();
        SignedContent raised;
        try {
            raised = extender.orElseThrow().extend(source.became(signed.file()), original, profile.level(), work);
        } catch (ProblemException e) {
            raised = new SignedContent(signed.file(), signed.level(), Optional.of(e.problem()));
        }
        if (profile.levelRequired() && raised.missed().isPresent()) {
            throw new ProblemException(raised.missed().get());
        }
        return raised;
    }

    /** What this form can't say, show or do without. */
    private static void guard(DocumentFile document, SignatureForm form, SignatureProfile profile)
            throws ProblemException {
        boolean shown = profile.appearance().filter(Appearance::demanded).isPresent();
        boolean needsPdf = shown || profile.claims().needPdf();
        if (needsPdf && profile.form().isEmpty() && form.format() != SignatureFormat.PADES) {
            // Nobody named a format: it is the document that is none.
            throw new ProblemException(new DocumentNotPdf(document.source()));
        }
        profile.claims().guard(form);
        if (shown) {
            profile.appearance().orElseThrow().guard(form);
        }
        if (document.supplied().isPresent()) {
            guardSupplied(form, profile.level());
        }
    }

    /** Only what lies apart from its document can do without it, and no evidence can be added before it is there. */
    private static void guardSupplied(SignatureForm form, SignatureLevel level) throws ProblemException {
        if (form.packaging() != Packaging.DETACHED || form.isContainer()) {
            throw new ProblemException(new OptionsApart(
                    SUPPLIED,
                    "--format " + form.format().word() + " --packaging "
                            + form.packaging().word()));
        }
        if (level.holdsEvidence()) {
            throw new ProblemException(new OptionsApart(SUPPLIED, "--level " + level));
        }
    }

    /** A container that is there already is signed once more as what it is. */
    private static SignatureForm form(DocumentFile document, SignatureProfile profile) throws ProblemException {
        SignatureForm wanted = profile.form().orElseGet(() -> fitting(document));
        return wanted.isContainer() ? AsicForms.existing(document).orElse(wanted) : wanted;
    }

    private static SignatureForm fitting(DocumentFile document) {
        return DocumentKind.isPdf(document.source(), document.copy()) ? SignatureForm.PADES : SignatureForm.ASIC_E;
    }

    private Signer signer(SignatureForm form) {
        return form.inside() == SignatureFormat.PADES ? new PadesSigner(stamping) : signer(SignatureFamily.of(form));
    }

    private <P extends AbstractSignatureParameters<? extends TimestampParameters>> Signer signer(
            SignatureFamily<P> family) {
        return new FamilySigner<>(family, stamping);
    }
}
