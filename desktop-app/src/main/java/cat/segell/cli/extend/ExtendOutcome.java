// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.extend;

import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Columns;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.extend.ExtendResult.Extended;
import cat.segell.cli.extend.ExtendResult.Failed;
import cat.segell.cli.extend.ExtendResult.Skipped;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of each document.
 *
 * @param wanted level
 */
record ExtendOutcome(SignatureLevel wanted, List<ExtendResult> documents) {

    ExtendOutcome {
        documents = List.copyOf(documents);
    }

    int status(boolean allowPending) {
        return ExitStatus.first(documents.stream()
                .map(result -> switch (result) {
                    case Failed(Path _, Problem problem) -> ExitStatus.of(problem);
                    case Skipped _ -> ExitStatus.DONE;
                    case Extended extended ->
                        extended.missed().isPresent() && !allowPending ? ExitStatus.SERVICE : ExitStatus.DONE;
                })
                .toList());
    }

    Map<String, Object> json(Inputs inputs, Out out) {
        return Map.of(
                "documents",
                documents.stream().map(result -> json(result, inputs, out)).toList());
    }

    private Map<String, Object> json(ExtendResult result, Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(result.input()));
        switch (result) {
            case Skipped _ -> json.put("status", "skipped");
            case Failed(Path _, Problem problem) -> {
                json.put("status", "failed");
                json.put("problem", out.facts(problem));
            }
            case Extended extended -> {
                json.put("output", extended.output().toString());
                json.put("status", "extended");
                json.put("sha256", extended.sha256().hex());
                json.put("level", extended.level().name());
                if (extended.practice()) {
                    json.put("practice", true);
                }
                extended.missed().ifPresent(problem -> {
                    json.put("pending", wanted.name());
                    json.put("problem", out.facts(problem));
                });
            }
        }
        return json;
    }

    /** A line for each document, then each different problem once, then the sum. */
    void tell(Inputs inputs, Terminal terminal, Out out) {
        Columns table = new Columns();
        documents.forEach(result -> row(table, result, inputs, terminal, out));
        table.lines().forEach(out::line);
        out.line("");
        documents.stream()
                .flatMap(ExtendOutcome::problem)
                .distinct()
                .forEach(problem -> out.note(out.words(problem, "") + "\n"));
        long extended = documents.stream().filter(Extended.class::isInstance).count();
        long failed = documents.stream().filter(Failed.class::isInstance).count();
        out.line(out.sum("extend.sum", extended, failed));
        if (documents.stream().anyMatch(result -> result instanceof Extended each && each.practice())) {
            out.say("extend.practice");
        }
    }

    private static void row(Columns table, ExtendResult result, Inputs inputs, Terminal terminal, Out out) {
        String name = Inputs.near(terminal, Path.of(inputs.shown(result.input())));
        switch (result) {
            case Skipped _ -> table.row(name, out.texts().text("extend.skipped"));
            case Failed(Path _, Problem problem) ->
                table.row(
                        name,
                        out.texts().text("extend.failed"),
                        ProblemText.of(problem, out.language()).title());
            case Extended extended ->
                table.row(
                        name,
                        out.texts().text("extend.level." + extended.level().name()),
                        Inputs.near(terminal, extended.output()));
        }
    }

    private static Stream<Problem> problem(ExtendResult result) {
        return switch (result) {
            case Skipped _ -> Stream.empty();
            case Failed(Path _, Problem problem) -> Stream.of(problem);
            case Extended extended -> extended.missed().stream();
        };
    }
}
