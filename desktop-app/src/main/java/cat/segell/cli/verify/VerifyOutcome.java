// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.cli.notary.ReceiptsBeside;
import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.problem.RevocationProblem;
import cat.segell.report.ReportedDocument;
import cat.segell.report.ReportedDocument.Apart;
import cat.segell.text.Showable;
import cat.segell.validation.ClaimText;
import cat.segell.validation.IssuersAsked;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.VerdictText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said of one file.
 *
 * @param sha256 of its content; absent where it can't be read
 * @param report absent where the file can't be read
 * @param problem why not
 * @param apart the document, where what was verified lies apart from it
 * @param readingCopy whether what isn't signed says of itself that it is a copy for reading; nobody checked that
 * @param beside receipts that lie beside the file and were not named
 */
public record VerifyOutcome(
        Path input,
        Optional<Digest> sha256,
        Optional<ValidationReport> report,
        Optional<Problem> problem,
        Optional<Apart> apart,
        boolean readingCopy,
        List<ReceiptCheck.Result> receipts,
        List<Path> beside) {

    /** Of what could be judged, without a word on receipts. */
    VerifyOutcome(Path input, ValidationReport report, Optional<Apart> apart, boolean readingCopy) {
        this(input, Optional.empty(), Optional.of(report), Optional.empty(), apart, readingCopy, List.of(), List.of());
    }

    /** Of what could not. */
    VerifyOutcome(Path input, Problem problem) {
        this(
                input,
                Optional.empty(),
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                false,
                List.of(),
                List.of());
    }

    public VerifyOutcome {
        receipts = List.copyOf(receipts);
        beside = List.copyOf(beside);
    }

    /**
     * With those of these receipts that are this document's.
     *
     * @param digest absent where the document could not be read
     */
    VerifyOutcome with(List<ReceiptCheck.Result> results, Optional<Digest> digest) {
        List<ReceiptCheck.Result> own =
                results.stream().filter(result -> result.file().equals(input)).toList();
        List<Path> named = own.stream().map(ReceiptCheck.Result::receipt).toList();
        List<Path> unused = digest.map(content -> ReceiptsBeside.unused(input, content, named))
                .orElse(List.of());
        return new VerifyOutcome(input, digest, report, problem, apart, readingCopy, own, unused);
    }

    public List<Integer> statuses() {
        List<Integer> statuses = new ArrayList<>();
        problem.ifPresent(why -> statuses.add(ExitStatus.of(why)));
        report.ifPresent(found -> statuses.add(
                switch (found.verdict()) {
                    case VALID -> ExitStatus.DONE;
                    case INVALID, UNSIGNED -> ExitStatus.FAILED;
                    case INDETERMINATE -> ExitStatus.UNDETERMINED;
                }));
        receipts.forEach(receipt -> statuses.add(receipt.status()));
        return statuses;
    }

    boolean isUndetermined() {
        return report.filter(found -> found.verdict() == Verdict.INDETERMINATE).isPresent();
    }

    /** For a command that nobody gave {@code --trust}. */
    public Map<String, Object> json(Inputs inputs, Out out) {
        return json(inputs, "", out);
    }

    /** @param given options that verifying again takes too, each after a space */
    Map<String, Object> json(Inputs inputs, String given, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        String shown = inputs.shown(input);
        json.put("input", shown);
        sha256.ifPresent(digest -> json.put("sha256", digest.hex()));
        apart.ifPresent(document -> json.put(
                "document",
                Map.of("name", document.name(), "sha256", document.sha256().hex())));
        // Absent for what can't be read: the problem says why, and no word for a verdict would be true of it.
        report.ifPresent(found -> json.put("verdict", found.verdict().word()));
        report.flatMap(ValidationReport::indication).ifPresent(word -> json.put("indication", word));
        report.flatMap(ValidationReport::subIndication).ifPresent(word -> json.put("subIndication", word));
        json.put("summary", summary(out));
        VerdictRemedies remedies = remedies(inputs, given, out);
        remedies.line(report.map(ValidationReport::signatures).orElse(List.of()))
                .ifPresent(words -> json.put("remedy", words));
        json.put(
                "coversWholeDocument",
                report.map(ValidationReport::coversWholeDocument).orElse(false));
        json.put(
                "signatures",
                report.map(ValidationReport::signatures).orElse(List.of()).stream()
                        .map(signature -> SignatureJson.of(signature, remedies))
                        .toList());
        json.put(
                "receipts",
                receipts.stream().map(receipt -> receipt.json(shown, out)).toList());
        if (!beside.isEmpty()) {
            json.put("receiptsBeside", beside.stream().map(Path::toString).toList());
        }
        report.map(ValidationReport::waitingFields)
                .filter(fields -> !fields.isEmpty())
                .ifPresent(fields -> SignatureJson.excerpt(json, "waitingFields", fields));
        List<RevocationProblem> unanswered =
                report.map(found -> found.issuers().unanswered()).orElse(List.of());
        if (!unanswered.isEmpty()) {
            json.put(
                    "unanswered",
                    unanswered.stream().map(VerdictRemedies::unanswered).toList());
        }
        if (readingCopy) {
            json.put("readingCopy", true);
        }
        report.filter(ValidationReport::practice).ifPresent(_ -> json.put("practice", true));
        problem.ifPresent(why -> json.put("problem", out.facts(why)));
        return json;
    }

    private String summary(Out out) {
        return report.map(found -> VerdictText.summary(found, out.language()))
                .map(words -> readingCopy ? words + " " + out.texts().text("verify.copy") : words)
                .or(() -> problem.map(why -> ProblemText.of(why, out.language()).title()))
                .orElse("");
    }

    private VerdictRemedies remedies(Inputs inputs, String given, Out out) {
        return new VerdictRemedies(
                out.texts(),
                out.segell(),
                ShellWord.of(inputs.shown(input)),
                given,
                report.map(ValidationReport::practiceTrusted).orElse(false),
                report.map(ValidationReport::issuers).orElse(IssuersAsked.NOBODY));
    }

    /** For a report. */
    ReportedDocument reported(Inputs inputs, Out out) {
        String shown = inputs.shown(input);
        return new ReportedDocument(
                shown,
                sha256,
                report,
                // Where the file lay is nobody's business elsewhere.
                problem.map(why -> out.statement(why).replace(input.toString(), shown)),
                apart,
                receipts.stream()
                        .flatMap(receipt -> receipt.sentences(shown, out).stream())
                        .toList());
    }

    /** For a command that nobody gave {@code --trust}. */
    public void tell(Inputs inputs, Out out) {
        tell(inputs, "", out);
    }

    /** @param given options that verifying again takes too, each after a space */
    void tell(Inputs inputs, String given, Out out) {
        out.line(Showable.of(inputs.shown(input)));
        apart.ifPresent(document -> out.line(
                out.wrapped("  ", out.texts().text("verify.apart", "document", Showable.of(document.name())))));
        problem.ifPresent(why -> out.line(out.words(why, "  ")));
        report.ifPresent(found -> {
            VerdictText text = VerdictText.of(found, out.language());
            VerdictRemedies remedies = remedies(inputs, given, out);
            List<String> shared = remedies.shared(found.signatures());
            if (text.signatures().isEmpty()) {
                tell(text, "", "  ", out);
                found.signatures().forEach(signature -> tell(claims(signature, out), "  ", out));
            } else {
                out.line("  " + text.headline());
                for (int i = 0; i < text.signatures().size(); i++) {
                    tell(text.signatures().get(i), i + 1 + ". ", "     ", out);
                    tell(claims(found.signatures().get(i), out), "     ", out);
                    tell(
                            remedies.of(found.signatures().get(i)).stream()
                                    .filter(remedy -> !shared.contains(remedy))
                                    .toList(),
                            "     ",
                            out);
                }
            }
            tell(text.notes(), "  ", out);
            tell(shared, "  ", out);
            if (!found.waitingFields().isEmpty()) {
                out.line(out.wrapped(
                        "  ",
                        out.texts()
                                .text(
                                        "verify.waiting",
                                        "fields",
                                        ClaimText.fields(found.waitingFields(), out.language()))));
            }
        });
        if (readingCopy) {
            // Beside a signed document it isn't one that somebody forgot to sign.
            out.line(out.wrapped("  ", out.texts().text("verify.copy")));
        }
        receipts.forEach(receipt -> receipt.tell(inputs.shown(input), out));
        if (!beside.isEmpty()) {
            out.line(out.wrapped("  ", ReceiptsBeside.words(beside, inputs.shown(input), out)));
        }
        out.line("");
    }

    private static List<String> claims(SignatureReport signature, Out out) {
        return ClaimText.of(signature.detail().claims(), out.language()).stream()
                .map(line -> out.texts().text("verify.claim", "name", line.name(), "value", line.value()))
                .toList();
    }

    private static void tell(List<String> remedies, String indent, Out out) {
        remedies.forEach(sentence -> out.line(out.wrapped(indent, sentence)));
    }

    private static void tell(VerdictText text, String number, String indent, Out out) {
        out.line("  " + number + text.headline());
        text.sentences().forEach(sentence -> out.line(out.wrapped(indent, sentence)));
        text.reasons().forEach(reason -> out.line(out.wrapped(indent + "- ", reason)));
    }
}
