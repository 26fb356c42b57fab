// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.timestamp;

import cat.segell.app.terminal.Terminal;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Columns;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.timestamp.TimestampResult.Failed;
import cat.segell.cli.timestamp.TimestampResult.Stamped;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became of each document. */
record TimestampOutcome(List<TimestampResult> documents) {

    TimestampOutcome {
        documents = List.copyOf(documents);
    }

    int status() {
        return ExitStatus.first(problems().map(ExitStatus::of).toList());
    }

    private Stream<Problem> problems() {
        return documents.stream()
                .flatMap(result ->
                        result instanceof Failed(Path _, Problem problem) ? Stream.of(problem) : Stream.empty());
    }

    private Stream<Stamped> stamped() {
        return documents.stream().filter(Stamped.class::isInstance).map(Stamped.class::cast);
    }

    Map<String, Object> json(Inputs inputs, Out out) {
        return Map.of(
                "documents",
                documents.stream().map(result -> json(result, inputs, out)).toList());
    }

    private static Map<String, Object> json(TimestampResult result, Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(result.input()));
        switch (result) {
            case Failed(Path _, Problem problem) -> {
                json.put("status", "failed");
                json.put("problem", out.facts(problem));
            }
            case Stamped stamped -> {
                json.put("output", stamped.output().toString());
                json.put("status", "timestamped");
                json.put("sha256", stamped.sha256().hex());
                json.put("time", stamped.statement().time().toString());
                stamped.statement().authority().ifPresent(authority -> json.put("authority", authority.holder()));
                if (isPractice(stamped)) {
                    json.put("practice", true);
                }
            }
        }
        return json;
    }

    private static boolean isPractice(Stamped stamped) {
        return stamped.statement()
                .authority()
                .filter(CertificateFacts::practice)
                .isPresent();
    }

    /** A line for each document, then each different problem once, then the sum. */
    void tell(Inputs inputs, Terminal terminal, Out out) {
        Columns table = new Columns();
        documents.forEach(result -> row(table, result, inputs, terminal, out));
        table.lines().forEach(out::line);
        out.line("");
        problems().distinct().forEach(problem -> out.note(out.words(problem, "") + "\n"));
        long failed = problems().count();
        out.line(out.sum("timestamp.sum", stamped().count(), failed));
        if (stamped().findAny().isPresent()) {
            out.say("timestamp.means");
        }
        if (stamped().anyMatch(TimestampOutcome::isPractice)) {
            out.say("practice");
        }
    }

    private static void row(Columns table, TimestampResult result, Inputs inputs, Terminal terminal, Out out) {
        String name = Inputs.near(terminal, Path.of(inputs.shown(result.input())));
        switch (result) {
            case Failed(Path _, Problem problem) ->
                table.row(name, ProblemText.of(problem, out.language()).title());
            case Stamped stamped ->
                table.row(
                        name,
                        out.language().moment(stamped.statement().time()),
                        Inputs.near(terminal, stamped.output()));
        }
    }
}
