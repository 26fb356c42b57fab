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
     * @param earlier entries of the same content in the same log; they hold as before
     * @param problem why it was not, or where its receipt is
     */
    record Recorded(
            Path input,
            Optional<Path> laid,
            Optional<Receipt> receipt,
            List<Earlier> earlier,
            Optional<Problem> problem) {

        Recorded {
            earlier = List.copyOf(earlier);
        }

        static Recorded done(Path input, Receipt receipt, List<Earlier> earlier, ReceiptFiles.Laid laid) {
            return new Recorded(
                    input,
                    Optional.of(laid.file()),
                    Optional.of(receipt),
                    earlier,
                    laid.problem().map(Function.identity()));
        }

        /** It is in the log, whatever became of its receipt. */
        static Recorded lost(Path input, Receipt receipt, List<Earlier> earlier, Problem problem) {
            return new Recorded(input, Optional.empty(), Optional.of(receipt), earlier, Optional.of(problem));
        }

        static Recorded failed(Path input, Problem problem) {
            return new Recorded(input, Optional.empty(), Optional.empty(), List.of(), Optional.of(problem));
        }
    }

    /**
     * An entry that was there before.
     *
     * @param receipt its file
     * @param index from 0
     */
    record Earlier(Path receipt, long index) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("receipt", receipt.toString());
            json.put("index", index);
            json.put("entry", index + 1);
            return json;
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
            json.put("entry", receipt.index() + 1);
            json.put("state", RecordState.RECORDED.name().toLowerCase(Locale.ROOT));
        });
        if (!document.earlier().isEmpty()) {
            json.put("earlier", document.earlier().stream().map(Earlier::json).toList());
        }
        document.problem().ifPresent(problem -> json.put("problem", out.facts(problem)));
        return json;
    }

    void tell(Inputs inputs, Terminal terminal, Out out) {
        Columns table = new Columns();
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
        tellEarlier(inputs, terminal, out);
        sum(out);
    }

    private void sum(Out out) {
        long recorded = documents.stream()
                .filter(document -> document.receipt().isPresent())
                .count();
        long failed = documents.size() - recorded;
        out.line(out.sum("notarise.sum", recorded, failed));
        log().ifPresent(log -> out.say("notarise.log", Map.of("log", log)));
        if (recorded > 0) {
            out.line(out.wrapped("", RecordState.RECORDED.meaning(out.language())));
        }
    }

    /** Whoever records twice by mistake sees it here. */
    private void tellEarlier(Inputs inputs, Terminal terminal, Out out) {
        List<Recorded> again =
                documents.stream().filter(each -> !each.earlier().isEmpty()).toList();
        if (again.isEmpty()) {
            return;
        }
        Recorded first = again.getFirst();
        Earlier before = first.earlier().getFirst();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("count", again.size());
        values.put("file", inputs.shown(first.input()));
        values.put("entry", String.valueOf(before.index() + 1));
        values.put("receipt", Inputs.near(terminal, before.receipt()));
        out.say("notarise.earlier", values);
    }
}
