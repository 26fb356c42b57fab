// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfSignatures;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PdfInspection;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import cat.segell.validation.ClaimText;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Of PDFs with fields for signatures: which fields wait, and which of them this signature takes; of a single one also who has
 * signed. Before the PIN: whoever sees that it is another's can leave it.
 */
record FormNote(SignedBefore before, Inputs inputs, Out out) {

    /** More lines nobody reads: then it is told how many there are. */
    private static final int LINES = 10;

    /** Each is read twice for it: of more, the person would wait for the PIN. Then the rule is told, and the result tells each. */
    private static final int LOOKED_INTO = 100;

    /**
     * What was found in a document.
     *
     * @param signers who has signed, of a single one
     */
    private record Looked(BatchDocument document, FieldChoice choice, List<SignatureReport> signers) {

        /** One that wasn’t looked into. */
        static Looked past(BatchDocument document) {
            return new Looked(document, FieldChoice.NONE, List.of());
        }
    }

    /** @return the same documents, those that were looked into as they were then: what was told is what is signed */
    List<BatchDocument> tell(List<BatchDocument> documents, Credential signer, SignatureProfile profile) {
        boolean single = documents.size() == 1;
        boolean open = FieldChoice.isOpen(profile);
        if (!isForPdf(profile) || (!single && !open)) {
            return documents;
        }
        if (documents.stream().filter(each -> FormerRun.isPdf(each.input())).count() > LOOKED_INTO) {
            say(texts().text("sign.forms.rule"));
            return documents;
        }
        List<Looked> looked = documents.stream()
                .map(each -> look(each, single, signer, profile))
                .toList();
        List<Looked> forms = looked.stream()
                .filter(each -> !each.choice().waiting().isEmpty())
                .toList();
        if (single) {
            forms.forEach(form -> tell(form, open));
        } else {
            tell(forms);
        }
        return looked.stream().map(Looked::document).toList();
    }

    private Looked look(BatchDocument each, boolean single, Credential signer, SignatureProfile profile) {
        return mayWait(each.input())
                ? before.find(each.input(), document -> looked(each, document, single, signer, profile))
                        .orElseGet(() -> Looked.past(each))
                : Looked.past(each);
    }

    /** Most have no field that waits: of these nothing is told, and they are read only when they are signed. */
    private static boolean mayWait(Path file) {
        return FormerRun.isPdf(file) && PdfSignatures.mayWaitIn(file);
    }

    private Looked looked(
            BatchDocument each, DocumentFile document, boolean single, Credential signer, SignatureProfile profile)
            throws ProblemException {
        FieldChoice choice = FieldChoice.of(PdfInspection.of(document).waiting(), signer, profile);
        boolean signed = single && !choice.waiting().isEmpty();
        return new Looked(
                each.showing(document.sha256()), choice, signed ? before.signaturesIfTold(document) : List.of());
    }

    private static boolean isForPdf(SignatureProfile profile) {
        return profile.form().filter(form -> !form.equals(SignatureForm.PADES)).isEmpty();
    }

    private void tellSigner(SignatureReport signature) {
        Map<String, String> values = Map.of(
                "holder",
                signature.signer().map(CertificateFacts::holder).orElse("?"),
                "field",
                signature.detail().claims().field().map(this::quoted).orElse("?"),
                "segell",
                out.segell());
        say(texts().text(signature.verdict() == Verdict.VALID ? "sign.form.signed" : "sign.form.signed.open", values));
    }

    private String quoted(String name) {
        return out.language().quoted(Showable.brief(name));
    }

    /** @param open whether nobody named a place */
    private void tell(Looked form, boolean open) {
        form.signers().forEach(this::tellSigner);
        FieldChoice choice = form.choice();
        say(texts().text("verify.waiting", "fields", names(choice)));
        if (choice.taken().isPresent()) {
            String taken = texts().text(
                            "sign.form.taken", "field", quoted(choice.taken().get()));
            say(open ? taken + " " + texts().text("sign.form.past") : taken);
        } else if (choice.kept().isPresent()) {
            say(texts().text("sign.form.kept", "field", quoted(choice.kept().get())));
        } else if (open) {
            say(texts().text("sign.form.untaken"));
        }
    }

    private String names(FieldChoice choice) {
        return ClaimText.fields(PdfSignatures.shown(choice.waiting().stream()), out.language());
    }

    private void tell(List<Looked> forms) {
        List<Looked> taken =
                forms.stream().filter(each -> each.choice().taken().isPresent()).toList();
        int untaken = forms.size() - taken.size();
        if (taken.size() > LINES) {
            say(texts().text("sign.forms.taken", "count", taken.size()));
        } else {
            taken.forEach(each -> say(texts().text(
                            "sign.forms.takes",
                            Map.of(
                                    "file",
                                    inputs.shown(each.document().input()),
                                    "field",
                                    quoted(each.choice().taken().orElseThrow())))));
        }
        if (untaken > 0) {
            say(texts().text("sign.forms.untaken", "count", untaken));
        }
    }

    private Messages texts() {
        return out.texts();
    }

    private void say(String words) {
        out.note(out.wrapped("", words));
    }
}
