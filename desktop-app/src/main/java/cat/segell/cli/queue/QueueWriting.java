// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.queue;

import cat.segell.app.terminal.Terminal;
import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.queue.QueueResult;
import cat.segell.batch.queue.WorkEnd.Done;
import cat.segell.batch.queue.WorkEnd.Dropped;
import cat.segell.cli.Columns;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemText;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pending work, in JSON and for people.
 *
 * @param now that is compared with
 */
record QueueWriting(Out out, Terminal terminal, Instant now) {

    Map<String, Object> document(QueueResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("done", result.done().stream().map(QueueWriting::done).toList());
        json.putAll(document(result.pending(), result.dropped()));
        if (result.busy()) {
            json.put("busy", true);
        }
        return json;
    }

    Map<String, Object> document(List<PendingWork> pending, List<Dropped> dropped) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pending", pending(pending));
        json.put("dropped", dropped(dropped));
        return json;
    }

    private static Map<String, Object> done(Done done) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", done.file().toString());
        json.put("sha256", done.sha256().hex());
        done.level().ifPresent(level -> json.put("level", level.name()));
        done.receipt().ifPresent(receipt -> json.put("receipt", receipt.toString()));
        return json;
    }

    /** One for each file and what it lacks. */
    private List<Map<String, Object>> pending(List<PendingWork> pending) {
        return pending.stream()
                .flatMap(work -> work.wanted().stream().map(wanted -> pending(work, wanted)))
                .toList();
    }

    private Map<String, Object> pending(PendingWork work, String wanted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", work.file().toString());
        json.put("wanted", wanted);
        json.put("since", work.tries().since().toString());
        json.put("tries", work.tries().count());
        json.put("nextTry", work.tries().due().toString());
        work.tries().problem().ifPresent(code -> json.put("problem", problem(code)));
        json.put("overdue", work.isOverdue(now));
        return json;
    }

    private Map<String, Object> problem(String code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        ProblemText.title(code, out.language()).ifPresent(title -> json.put("title", title));
        return json;
    }

    private List<Map<String, Object>> dropped(List<Dropped> dropped) {
        return dropped.stream()
                .flatMap(end -> end.work().wanted().stream().map(wanted -> dropped(end, wanted)))
                .toList();
    }

    private Map<String, Object> dropped(Dropped dropped, String wanted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", dropped.work().file().toString());
        json.put("wanted", wanted);
        json.put("problem", out.facts(dropped.problem()));
        return json;
    }

    void tell(List<PendingWork> pending, List<Dropped> dropped) {
        if (pending.isEmpty() && dropped.isEmpty()) {
            out.say("queue.none");
            return;
        }
        table(pending);
        tellDropped(dropped);
        tellLong(pending);
        tellRun(pending);
    }

    void tell(QueueResult result) {
        if (result.busy()) {
            out.say("queue.busy");
            return;
        }
        if (!result.done().isEmpty()) {
            Columns table = new Columns();
            result.done().forEach(done -> row(table, done));
            table.lines().forEach(out::line);
            out.say("queue.sum", Map.of("count", result.done().size()));
        }
        if (result.done().isEmpty()
                || !result.pending().isEmpty()
                || !result.dropped().isEmpty()) {
            tell(result.pending(), result.dropped());
        }
    }

    private void row(Columns table, Done done) {
        String level = done.level()
                .map(reached -> out.texts().text("queue.done." + reached))
                .orElse("");
        String receipt =
                done.receipt().map(_ -> out.texts().text("queue.done.receipt")).orElse("");
        table.row(
                Inputs.near(terminal, done.file()),
                Stream.of(level, receipt).filter(word -> !word.isEmpty()).collect(Collectors.joining(", ")));
    }

    private void table(List<PendingWork> pending) {
        if (pending.isEmpty()) {
            return;
        }
        Columns table = new Columns();
        table.row(Stream.of("file", "wanted", "since", "tries", "next", "problem")
                .map(head -> out.texts().text("queue.head." + head))
                .toArray(String[]::new));
        for (PendingWork work : pending) {
            table.row(
                    Inputs.near(terminal, work.file()),
                    work.wanted().stream()
                            .map(wanted -> out.texts().text("queue.wanted." + wanted))
                            .collect(Collectors.joining(", ")),
                    moment(work.tries().since()),
                    String.valueOf(work.tries().count()),
                    work.isDue(now)
                            ? out.texts().text("queue.due")
                            : moment(work.tries().due()),
                    work.tries().problem().orElse(""));
        }
        table.lines().forEach(out::line);
        out.line("");
    }

    private String moment(Instant when) {
        return out.language().date(when) + ", " + out.language().time(when);
    }

    private void tellDropped(List<Dropped> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        Columns table = new Columns();
        for (Dropped each : dropped) {
            table.row(
                    Inputs.near(terminal, each.work().file()),
                    out.texts().text("queue.dropped"),
                    ProblemText.of(each.problem(), out.language()).title());
        }
        table.lines().forEach(out::line);
        out.line("");
        // What stands in the row of each file already, one is explained of.
        Set<Class<?>> explained = new HashSet<>();
        dropped.stream()
                .map(Dropped::problem)
                .filter(problem -> explained.add(problem.getClass()))
                .forEach(out::problem);
    }

    /** Not by a colour alone: in words. */
    private void tellLong(List<PendingWork> pending) {
        List<PendingWork> overdue =
                pending.stream().filter(work -> work.isOverdue(now)).toList();
        if (!overdue.isEmpty()) {
            String first = Inputs.near(terminal, overdue.getFirst().file());
            out.note(out.wrapped(
                    "",
                    out.texts()
                            .text(
                                    "queue.overdue",
                                    Map.of("count", overdue.size(), "file", first, "segell", out.segell()))));
        }
    }

    private void tellRun(List<PendingWork> pending) {
        if (!pending.isEmpty()) {
            out.say("queue.left", Map.of("count", pending.size(), "segell", out.segell()));
        }
    }
}
