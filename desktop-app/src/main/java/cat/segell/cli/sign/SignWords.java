// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.cli.Columns;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.KeyProblem.SignatureMismatch;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Showable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a batch ended, in words: a line for each document, then each different problem once, then the sum. */
record SignWords(SignOutcome outcome, Inputs inputs, Terminal terminal, Out out) {

    void tell() {
        Columns table = new Columns();
        outcome.documents().forEach(result -> row(table, result));
        table.lines().forEach(out::line);
        out.line("");
        toExplain()
                .forEach(problem -> out.note(out.words(problem, outcome.advice().after(problem)) + "\n"));
        tellEarlier();
        tellPending();
        sum();
        tellRest();
    }

    private void row(Columns table, DocumentResult result) {
        String name = name(result);
        switch (result) {
            case Skipped(Path _, Optional<SignedByHolder> why) ->
                table.row(name, out.texts().text(why.isPresent() ? "sign.skipped.signed" : "sign.skipped"));
            case Failed(Path _, Problem problem) ->
                table.row(
                        name,
                        out.texts().text("sign.failed"),
                        ProblemText.of(problem, out.language()).title());
            case Signed signed -> table.row(name, level(signed), Inputs.near(terminal, signed.output()));
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

    /** Of what stands in the row of each document already, one is explained; who stopped the batch knows why. */
    private List<Problem> toExplain() {
        Set<Class<?>> explained = new HashSet<>();
        return outcome.documents().stream()
                .<Problem>flatMap(SignWords::problems)
                .distinct()
                .filter(problem -> !(problem instanceof SigningStopped))
                .filter(problem -> !(problem instanceof SignedByHolder) || explained.add(problem.getClass()))
                .toList();
    }

    /** Whoever signs twice by mistake sees it here. */
    private void tellEarlier() {
        List<Path> earlier = outcome.documents().stream()
                .filter(Signed.class::isInstance)
                .flatMap(signed -> ((Signed) signed).earlier().stream())
                .toList();
        if (!earlier.isEmpty()) {
            String first = Inputs.near(terminal, earlier.getFirst());
            out.say("sign.earlier", Map.of("count", earlier.size(), "file", first));
        }
    }

    /** What Segell still sees to, and how to have it done now. */
    private void tellPending() {
        List<Signed> signed = outcome.documents().stream()
                .filter(Signed.class::isInstance)
                .map(Signed.class::cast)
                .toList();
        List<Pending> levels = signed.stream()
                .flatMap(each -> each.pending().stream())
                .filter(Pending::isReachable)
                .toList();
        if (!levels.isEmpty()) {
            SignatureLevel level = levels.getFirst().level();
            tellLater(level == SignatureLevel.T ? "sign.later.stamp" : "sign.later.evidence", levels.size(), level);
        }
        long unrecorded = signed.stream()
                .filter(each -> each.notRecorded().isPresent() && each.receipt().isEmpty())
                .count();
        if (unrecorded > 0) {
            tellLater("sign.later.receipt", unrecorded, SignatureLevel.B);
        }
    }

    private void tellLater(String key, long count, SignatureLevel level) {
        out.say(key, Map.of("count", count, "segell", out.segell(), "level", level.name()));
    }

    /** As the person would name it. */
    private String name(DocumentResult result) {
        return Inputs.near(terminal, Path.of(inputs.shown(result.input())));
    }

    /** Where the batch ended in its midst; where nothing was signed, the whole command can be repeated. */
    private void tellRest() {
        long left = outcome.documents().stream()
                .filter(result -> result instanceof Failed(Path _, Problem problem) && endsBatch(problem))
                .count();
        boolean begun = outcome.documents().stream().anyMatch(Signed.class::isInstance);
        if (begun && left > 0) {
            String batch = JournaledBatch.brief(outcome.batch().orElseThrow());
            // The program that the result is piped to may have ended with the same Ctrl+C.
            out.note(out.wrapped(
                    "", out.texts().text("sign.rest", Map.of("count", left, "segell", out.segell(), "batch", batch))));
        }
    }

    /** Whoever stopped it may want to go on too; with a key that signs what nobody asked for, nobody should. */
    private static boolean endsBatch(Problem problem) {
        return problem instanceof SigningStopped
                || !(problem instanceof DocumentProblem || problem instanceof SignatureMismatch);
    }

    private String level(Signed signed) {
        String key = signed.pending().isPresent() ? "sign.pending." : "sign.level.";
        String level = out.texts().text(key + signed.level());
        String recorded = signed.receipt().isPresent() ? out.texts().text("sign.recorded", "signed", level) : level;
        return signed.made()
                .field()
                .map(name -> out.texts()
                        .text(
                                "sign.in-field",
                                Map.of(
                                        "signed",
                                        recorded,
                                        "field",
                                        out.language().quoted(Showable.brief(name)))))
                .orElse(recorded);
    }

    private void sum() {
        long signed =
                outcome.documents().stream().filter(Signed.class::isInstance).count();
        long failed =
                outcome.documents().stream().filter(Failed.class::isInstance).count();
        out.line(out.sum("sign.sum", signed, failed));
        outcome.expired().ifPresent(notice -> out.say("sign.expired", Map.of("date", notice.notAfter())));
        if (outcome.practice() && signed > 0) {
            out.say("practice");
        }
    }
}
