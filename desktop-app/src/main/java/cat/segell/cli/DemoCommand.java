// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.app.Terminal;
import cat.segell.app.Wiring;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.card.practice.PracticeCard;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell demo}: the whole line with practice means, without card, reader, network or display. */
@picocli.CommandLine.Command(name = "demo")
final class DemoCommand extends Command {

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "demo.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
    private @Nullable Path folder;

    @Option(names = "--unlock", descriptionKey = "demo.unlock")
    private boolean unlock;

    DemoCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Start start, Out out) throws ProblemException {
        DemoRun run;
        Terminal terminal = invocation().terminal();
        Path place = folder == null ? start.dirs().state().resolve("demo") : terminal.resolve(folder);
        try (Wiring wiring = new Wiring(start)) {
            run = run(start, wiring, place, out);
        }
        out.document(run.json());
        tell(run, place, out);
        int status = run.status();
        if (status == ExitStatus.DONE && terminal.interactive() && !out.json() && terminal.hasDisplay()) {
            return invocation()
                    .window()
                    .open(start, run.signed().stream().map(Signed::output).toList());
        }
        return status;
    }

    private DemoRun run(Start start, Wiring wiring, Path place, Out out) throws ProblemException {
        Terminal terminal = invocation().terminal();
        if (unlock) {
            wiring.practiceCard().reset();
        }
        DemoDocuments documents = new DemoDocuments(wiring, start.dirs().work());
        List<Path> copies = files.isEmpty()
                ? documents.samples(place)
                : documents.copies(files.stream().map(terminal::resolve).toList(), place);
        return new DemoRun(start, wiring, out, terminal).sign(copies);
    }

    private void tell(DemoRun run, Path place, Out out) {
        Terminal terminal = invocation().terminal();
        out.line("");
        out.say("demo.title");
        out.line("");
        out.say(
                files.isEmpty() ? "demo.made" : "demo.copied",
                Map.of("count", run.outcome().documents().size(), "folder", place));
        out.say("demo.signed", Map.of("count", run.signed().size(), "pin", PracticeCard.PIN));
        long recorded = run.signed().stream()
                .filter(signed -> signed.receipt().isPresent())
                .count();
        out.say("demo.recorded", Map.of("count", recorded));
        out.say("demo.verified", Map.of("count", run.valid(), "receipts", run.validReceipts()));
        out.line("");
        run.outcome().tell(run.inputs(), terminal, out);
        if (run.problems().anyMatch(TokenLocked.class::isInstance)) {
            out.note(out.texts().text("demo.locked"));
        }
        out.line("");
        out.say("demo.next");
        String example = run.signed().stream()
                .findFirst()
                .map(signed -> Inputs.near(terminal, signed.output()))
                .orElse("FILE");
        Map<String, Object> next = Map.of("file", ShellWord.of(example));
        out.line("  " + out.texts().text("demo.next.open", next));
        out.line("  " + out.texts().text("demo.next.verify", next));
        out.line("  " + out.texts().text("demo.next.own", next));
        out.line("  " + out.texts().text("demo.next.keys", next));
    }
}
