// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Columns;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.RecordState;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was recorded.
 *
 * @param checkpoint of the log after it, a signed note
 */
record NotariseOutcome(List<Recorded> documents, Optional<String> checkpoint) {

    /**
     * One document.
     *
     * @param laid the receipt's file
     * @param receipt present where it was recorded
     * @param problem why it was not, or where its receipt is
     */
    record Recorded(Path input, Optional<Path> laid, Optional<Receipt> receipt, Optional<Problem> problem) {

        static Recorded done(Path input, Receipt receipt, ReceiptFiles.Laid laid) {
            return new Recorded(
                    input,
                    Optional.of(laid.file()),
                    Optional.of(receipt),
                    laid.problem().map(Function.identity()));
        }

        /** It is in the log, whatever became of its receipt. */
        static Recorded lost(Path input, Receipt receipt, Problem problem) {
            return new Recorded(input, Optional.empty(), Optional.of(receipt), Optional.of(problem));
        }

        static Recorded failed(Path input, Problem problem) {
            return new Recorded(input, Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    NotariseOutcome {
        documents = List.copyOf(documents);
    }

    int status() {
        return ExitStatus.first(documents.stream()
                .flatMap(document -> document.problem().stream())
                .map(ExitStatus::of)
                .toList());
    }

    Map<String, Object> json(Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        log().ifPresent(log -> json.put("log", log));
        checkpoint.ifPresent(note -> json.put("checkpoint", note));
        json.put(
                "documents",
                documents.stream().map(document -> json(document, inputs, out)).toList());
        return json;
    }

    private Optional<String> log() {
        return documents.stream()
                .flatMap(document -> document.receipt().stream())
                .map(Receipt::log)
                .findFirst();
    }

    private static Map<String, Object> json(Recorded document, Inputs inputs, Out out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(document.input()));
        document.laid().ifPresent(laid -> json.put("receipt", laid.toString()));
        document.receipt().ifPresent(receipt -> {
            json.put("index", receipt.index());
            json.put("state", RecordState.RECORDED.name().toLowerCase(Locale.ROOT));
        });
        document.problem().ifPresent(problem -> json.put("problem", out.facts(problem)));
        return json;
    }

    void tell(Inputs inputs, Terminal terminal, Out out) {
        Columns table = new Columns();
        long recorded = documents.stream()
                .filter(document -> document.receipt().isPresent())
                .count();
        for (Recorded document : documents) {
            String name = inputs.shown(document.input());
            if (document.laid().isPresent()) {
                table.row(name, Inputs.near(terminal, document.laid().get()));
            } else {
                document.problem().ifPresent(problem -> table.row(name, ReceiptCheck.title(problem, out)));
            }
        }
        table.lines().forEach(out::line);
        out.line("");
        documents.stream()
                .flatMap(document -> document.problem().stream())
                .distinct()
                .forEach(out::problem);
        out.say("notarise.sum", Map.of("count", recorded));
        log().ifPresent(log -> out.say("notarise.log", Map.of("log", log)));
        if (recorded > 0) {
            out.line(out.wrapped("", RecordState.RECORDED.meaning(out.language())));
        }
    }
}
