// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Renewal;
import cat.segell.certificate.SigningRule;
import cat.segell.cli.Columns;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.RevocationJson;
import cat.segell.credential.Credential;
import cat.segell.diagnosis.Advice;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.problem.ServiceProblem.EvidenceNone;
import cat.segell.signature.SignatureLevel;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How a batch ended, to be told.
 *
 * @param signer absent where no key was found
 * @param revocation what is known of its certificate
 * @param advice what its issuer says on the card's PIN; where no key was found, what is to be known of the card
 */
public record SignOutcome(
        Optional<String> batch,
        List<DocumentResult> documents,
        Optional<Signer> signer,
        RevocationState revocation,
        Advice advice) {

    /**
     * @param begun when its certificate was found fit to sign
     * @param withdrawn where its issuer revoked what was on such cards, and doesn't say anything of this very certificate
     */
    record Signer(Credential credential, Instant begun, Optional<CertCardWithdrawn> withdrawn) {}

    public SignOutcome {
        documents = List.copyOf(documents);
    }

    /** Where no key was found, or none looked for. */
    public static SignOutcome of(List<DocumentResult> documents) {
        return unopened(documents, Advice.NONE);
    }

    /** Where a key was found and not opened. */
    static SignOutcome unopened(List<DocumentResult> documents, Advice advice) {
        return new SignOutcome(Optional.empty(), documents, Optional.empty(), new NotAsked(), advice);
    }

    boolean practice() {
        return signer.filter(who -> who.credential().practice()).isPresent();
    }

    public int status(boolean allowPending) {
        List<Integer> statuses = new ArrayList<>();
        for (DocumentResult result : documents) {
            switch (result) {
                case Failed(Path _, Problem problem) -> statuses.add(ExitStatus.of(problem));
                case Skipped _ -> statuses.add(ExitStatus.DONE);
                case Signed signed -> {
                    boolean less = signed.notRecorded().isPresent()
                            || (signed.pending().isPresent() && !allowPending);
                    statuses.add(less ? ExitStatus.SERVICE : ExitStatus.DONE);
                }
            }
        }
        return ExitStatus.first(statuses);
    }

    public Map<String, Object> json(Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        batch.ifPresent(id -> json.put("batch", id));
        json.put(
                "documents",
                documents.stream().map(result -> json(result, inputs, out)).toList());
        List<Map<String, Object>> notices = Stream.of(expired(), soon(), signer.flatMap(Signer::withdrawn))
                .<Problem>flatMap(Optional::stream)
                .map(out::facts)
                .toList();
        if (!notices.isEmpty()) {
            json.put("notices", notices);
        }
        if (practice()) {
            json.put("practice", true);
        }
        RevocationJson.of(revocation, out).ifPresent(told -> json.put("revocation", told));
        return json;
    }

    /** What was signed all the same, because that was asked for. */
    private Optional<CertExpired> expired() {
        return signer.filter(_ -> documents.stream().anyMatch(Signed.class::isInstance))
                .flatMap(who -> SigningRule.against(who.credential().certificate(), who.begun(), false))
                .filter(CertExpired.class::isInstance)
                .map(CertExpired.class::cast);
    }

    /** A person is told beside the result. */
    private Optional<CertExpiresSoon> soon() {
        return signer.flatMap(
                who -> Renewal.soon(CertificateReader.read(who.credential().certificate()), who.begun()));
    }

    private Map<String, Object> json(DocumentResult result, Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(result.input()));
        switch (result) {
            case Skipped(Path _, Optional<SignedByHolder> why) -> {
                json.put("status", "skipped");
                why.ifPresent(notice -> json.put("problem", out.facts(notice)));
            }
            case Failed(Path _, Problem problem) -> {
                json.put("status", "failed");
                json.put("problem", out.facts(problem, advice.after(problem)));
            }
            case Signed signed -> signed(signed, json, out);
        }
        return json;
    }

    private void signed(Signed signed, Map<String, Object> json, Out out) {
        json.put("output", signed.output().toString());
        json.put("status", "signed");
        json.put("sha256", signed.sha256().hex());
        json.put("format", signed.made().form().format().word());
        json.put("level", signed.level().name());
        signer.ifPresent(
                who -> json.put("certificateSha256", who.credential().id().certificateSha256()));
        signed.receipt().ifPresent(receipt -> json.put("receipt", receipt.toString()));
        signed.pending().ifPresent(pending -> {
            json.put("pending", pending.level().name());
            json.put("problem", out.facts(pending.why()));
        });
        signed.notRecorded().ifPresent(problem -> json.put("notRecorded", out.facts(problem)));
        if (practice()) {
            json.put("practice", true);
        }
    }

    /**
     * A line for each document, then each different problem once, then the sum.
     *
     * @param given options that reaching the level later takes again, each after a space
     * @param options of this command, which the rest of a batch takes again
     */
    public void tell(Inputs inputs, Terminal terminal, String given, List<OptionSpec> options, Out out) {
        Columns table = new Columns();
        documents.forEach(result -> row(table, result, inputs, terminal, out));
        table.lines().forEach(out::line);
        out.line("");
        different().forEach(problem -> out.note(out.words(problem, advice.after(problem)) + "\n"));
        tellEarlier(terminal, out);
        tellPending(given, out);
        sum(out);
        Rest.of(documents)
                .ifPresent(rest -> tell(
                        rest,
                        inputs,
                        terminal,
                        rest.command(options, files(rest, inputs, terminal), folders(rest, inputs)),
                        out));
    }

    private static void row(Columns table, DocumentResult result, Inputs inputs, Terminal terminal, Out out) {
        String name = Inputs.near(terminal, Path.of(inputs.shown(result.input())));
        switch (result) {
            case Skipped(Path _, Optional<SignedByHolder> why) ->
                table.row(name, out.texts().text(why.isPresent() ? "sign.skipped.signed" : "sign.skipped"));
            case Failed(Path _, Problem problem) ->
                table.row(
                        name,
                        out.texts().text("sign.failed"),
                        ProblemText.of(problem, out.language()).title());
            case Signed signed -> table.row(name, level(signed, out), Inputs.near(terminal, signed.output()));
        }
    }

    private static Stream<? extends Problem> problems(DocumentResult result) {
        return switch (result) {
            case Skipped(Path _, Optional<SignedByHolder> why) -> why.stream();
            case Failed(Path _, Problem problem) -> Stream.of(problem);
            case Signed signed ->
                Stream.concat(signed.pending().map(Pending::why).stream(), signed.notRecorded().stream());
        };
    }

    /** That a batch was stopped is told once: which documents are left stands above, and in the command for them. */
    private List<Problem> different() {
        List<Problem> different = documents.stream()
                .<Problem>flatMap(SignOutcome::problems)
                .distinct()
                .toList();
        Optional<Problem> stopped =
                different.stream().filter(SigningStopped.class::isInstance).findFirst();
        return different.stream()
                .filter(problem -> !(problem instanceof SigningStopped) || stopped.equals(Optional.of(problem)))
                .toList();
    }

    /** Whoever signs twice by mistake sees it here. */
    private void tellEarlier(Terminal terminal, Out out) {
        List<Path> earlier = documents.stream()
                .filter(Signed.class::isInstance)
                .flatMap(signed -> ((Signed) signed).earlier().stream())
                .toList();
        if (!earlier.isEmpty()) {
            String first = Inputs.near(terminal, earlier.getFirst());
            out.say("sign.earlier", Map.of("count", earlier.size(), "file", first));
        }
    }

    /** Nothing completes it by itself: what can be done is for the person to do. */
    private void tellPending(String given, Out out) {
        List<SignatureLevel> pending = documents.stream()
                .filter(Signed.class::isInstance)
                .flatMap(result -> ((Signed) result).pending().stream())
                .filter(missed -> !(missed.why() instanceof EvidenceNone))
                .map(Pending::level)
                .toList();
        if (!pending.isEmpty()) {
            SignatureLevel level = pending.getFirst();
            out.say(
                    level == SignatureLevel.T ? "sign.later.stamp" : "sign.later.evidence",
                    Map.of("count", pending.size(), "segell", out.segell(), "level", level.name(), "given", given));
        }
    }

    private static List<String> files(Rest rest, Inputs inputs, Terminal terminal) {
        return rest.documents().stream()
                .map(failed -> Inputs.near(terminal, Path.of(inputs.shown(failed.input()))))
                .toList();
    }

    /** Those whose structure is kept elsewhere: files that are named themselves would all come to lie side by side there. */
    private List<String> folders(Rest rest, Inputs inputs) {
        boolean elsewhere = documents.stream()
                .anyMatch(result -> result instanceof Signed signed
                        && !signed.output()
                                .resolveSibling("")
                                .equals(signed.input().resolveSibling("")));
        return rest.documents().stream()
                .filter(_ -> elsewhere)
                .flatMap(failed -> inputs.folder(failed.input()).stream())
                .distinct()
                .toList();
    }

    /** Whoever repeats the whole command signs again what is signed. */
    private static void tell(Rest rest, Inputs inputs, Terminal terminal, String command, Out out) {
        out.say(
                rest.isCommand() ? "sign.rest" : "sign.rest.from",
                Map.of(
                        "count",
                        rest.documents().size(),
                        "first",
                        files(rest, inputs, terminal).getFirst(),
                        "command",
                        out.segell() + " " + command));
    }

    private static String level(Signed signed, Out out) {
        String key = signed.pending().isPresent() ? "sign.pending." : "sign.level.";
        String level = out.texts().text(key + signed.level());
        return signed.receipt().isPresent() ? out.texts().text("sign.recorded", "signed", level) : level;
    }

    private void sum(Out out) {
        long signed = documents.stream().filter(Signed.class::isInstance).count();
        long failed = documents.stream().filter(Failed.class::isInstance).count();
        String text = out.texts().text("sign.sum", "count", signed);
        out.line(failed == 0 ? text : text + " " + out.texts().text("sign.sum.failed", "count", failed));
        expired().ifPresent(notice -> out.say("sign.expired", Map.of("date", notice.notAfter())));
        if (practice() && signed > 0) {
            out.say("practice");
        }
    }
}
