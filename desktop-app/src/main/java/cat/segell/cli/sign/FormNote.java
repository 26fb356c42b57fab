// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.FieldChoice;
import cat.segell.text.Messages;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ClaimText;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Validator;
import cat.segell.validation.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of one PDF with fields for signatures: who has signed, which fields wait, and which of them this signature takes. Before
 * the PIN: whoever sees that it is another's can leave it.
 *
 * @param validator that asks nobody
 * @param anchors whom it believes
 * @param work where private copies lie
 */
record FormNote(Validator validator, TrustAnchors anchors, Path work, Out out) {

    private static final Logger LOG = LoggerFactory.getLogger(FormNote.class);

    void tell(List<BatchDocument> documents, Credential signer, SignatureProfile profile) {
        if (profile.counterSigned().isPresent()) {
            new CounterNote(validator, anchors, work, out)
                    .tell(documents, profile.counterSigned().get());
            return;
        }
        if (documents.size() != 1 || !isForPdf(profile)) {
            return;
        }
        Path file = documents.getFirst().input();
        // A pipe that is named is read once, and signed.
        if (!Files.isRegularFile(file) || !DocumentKind.isPdf(file, file)) {
            return;
        }
        try (WorkFolder folder = WorkFolder.create(work);
                DocumentFile document = DocumentFile.read(file, folder)) {
            FieldChoice choice = FieldChoice.of(document, signer, profile);
            if (!choice.waiting().isEmpty()) {
                tellSigners(document);
                tell(choice, isOpen(profile));
            }
        } catch (ProblemException e) {
            // Signing says so itself.
            LOG.info("{}", ProblemTrace.of(e));
        }
    }

    private static boolean isForPdf(SignatureProfile profile) {
        return profile.form().filter(form -> !form.equals(SignatureForm.PADES)).isEmpty();
    }

    private void tellSigners(DocumentFile document) throws ProblemException {
        List<SignatureReport> made = validator
                .validate(document, OriginalDocument.beside(document), anchors)
                .signatures();
        made.forEach(signature -> say(texts().text(
                        signature.verdict() == Verdict.VALID ? "sign.form.signed" : "sign.form.signed.open",
                        "holder",
                        signature.signer().map(CertificateFacts::holder).orElse("?"),
                        "field",
                        signature.detail().claims().field().orElse("?"))));
    }

    /** @param open whether nobody named a place */
    private void tell(FieldChoice choice, boolean open) {
        say(texts().text("verify.waiting", "fields", ClaimText.fields(choice.waiting(), out.language())));
        if (choice.taken().isPresent()) {
            say(texts().text("sign.form.taken", "field", choice.taken().get()));
        } else if (open) {
            say(texts().text("sign.form.untaken"));
        }
    }

    private static boolean isOpen(SignatureProfile profile) {
        return profile.appearance()
                .map(Appearance::place)
                .filter(place -> place instanceof Appearance.OwnField || place instanceof Appearance.FreeSpace)
                .isPresent();
    }

    private Messages texts() {
        return out.texts();
    }

    private void say(String words) {
        out.note(out.wrapped("", words));
    }
}
