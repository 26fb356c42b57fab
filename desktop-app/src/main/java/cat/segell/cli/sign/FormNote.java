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
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Of a document of a batch. */
    private record Told(Path file, FieldChoice choice) {}

    /** @return the same documents, those that were looked into as they were then: what was told is what is signed */
    List<BatchDocument> tell(List<BatchDocument> documents, Credential signer, SignatureProfile profile) {
        boolean single = documents.size() == 1;
        if (!isForPdf(profile) || (!single && !FieldChoice.isOpen(profile))) {
            return documents;
        }
        if (documents.stream().filter(each -> FormerRun.isPdf(each.input())).count() > LOOKED_INTO) {
            say(texts().text("sign.forms.rule"));
            return documents;
        }
        List<BatchDocument> looked = new ArrayList<>(documents);
        List<Told> told = new ArrayList<>();
        for (int index = 0; index < documents.size(); index++) {
            int place = index;
            BatchDocument each = documents.get(index);
            if (FormerRun.isPdf(each.input())) {
                before.look(each.input(), document -> {
                    looked.set(place, each.showing(document.sha256()));
                    FieldChoice choice =
                            FieldChoice.of(PdfInspection.of(document).waiting(), signer, profile);
                    if (!choice.waiting().isEmpty()) {
                        told.add(new Told(each.input(), choice));
                    }
                    if (single && !choice.waiting().isEmpty()) {
                        SignedBefore.attempt(document, this::tellSigners);
                        tell(choice, FieldChoice.isOpen(profile));
                    }
                });
            }
        }
        if (!single) {
            tell(told);
        }
        return looked;
    }

    private static boolean isForPdf(SignatureProfile profile) {
        return profile.form().filter(form -> !form.equals(SignatureForm.PADES)).isEmpty();
    }

    private void tellSigners(DocumentFile document) throws ProblemException {
        before.signatures(document)
                .forEach(signature -> say(texts().text(
                                signature.verdict() == Verdict.VALID ? "sign.form.signed" : "sign.form.signed.open",
                                Map.of(
                                        "holder",
                                        signature
                                                .signer()
                                                .map(CertificateFacts::holder)
                                                .orElse("?"),
                                        "field",
                                        signature
                                                .detail()
                                                .claims()
                                                .field()
                                                .map(this::quoted)
                                                .orElse("?"),
                                        "segell",
                                        out.segell()))));
    }

    private String quoted(String name) {
        return out.language().quoted(Showable.brief(name));
    }

    /** @param open whether nobody named a place */
    private void tell(FieldChoice choice, boolean open) {
        say(texts().text("verify.waiting", "fields", names(choice)));
        if (choice.taken().isPresent()) {
            String taken = texts().text(
                            "sign.form.taken", "field", quoted(choice.taken().get()));
            say(open ? taken + " " + texts().text("sign.form.past") : taken);
        } else if (open) {
            say(texts().text("sign.form.untaken"));
        }
    }

    private String names(FieldChoice choice) {
        return ClaimText.fields(PdfSignatures.shown(choice.waiting().stream()), out.language());
    }

    private void tell(List<Told> forms) {
        List<Told> taken =
                forms.stream().filter(each -> each.choice().taken().isPresent()).toList();
        int untaken = forms.size() - taken.size();
        if (taken.size() > LINES) {
            say(texts().text("sign.forms.taken", "count", taken.size()));
        } else {
            taken.forEach(each -> say(texts().text(
                            "sign.forms.takes",
                            Map.of(
                                    "file",
                                    inputs.shown(each.file()),
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
