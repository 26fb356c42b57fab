// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.FieldChoice;
import cat.segell.text.Messages;
import cat.segell.validation.ClaimText;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * Of one PDF with fields for signatures: who has signed, which fields wait, and which of them this signature takes. Before
 * the PIN: whoever sees that it is another's can leave it.
 */
record FormNote(SignedBefore before, Out out) {

    void tell(List<BatchDocument> documents, Credential signer, SignatureProfile profile) {
        if (documents.size() != 1 || !isForPdf(profile)) {
            return;
        }
        Path file = documents.getFirst().input();
        if (FormerRun.isPdf(file)) {
            before.look(file, document -> tell(document, signer, profile));
        }
    }

    private void tell(DocumentFile document, Credential signer, SignatureProfile profile) throws ProblemException {
        FieldChoice choice = FieldChoice.of(document, signer, profile);
        if (!choice.waiting().isEmpty()) {
            tellSigners(document);
            tell(choice, isOpen(profile));
        }
    }

    private static boolean isForPdf(SignatureProfile profile) {
        return profile.form().filter(form -> !form.equals(SignatureForm.PADES)).isEmpty();
    }

    private void tellSigners(DocumentFile document) throws ProblemException {
        before.signatures(document)
                .forEach(signature -> say(texts().text(
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
