// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.card.practice.PracticeCard;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
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
public final class DemoCommand extends Command {

    @Parameters(paramLabel = Label.FILE, arity = "0..*", descriptionKey = "demo.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = Label.DIR, descriptionKey = "demo.out")
    private @Nullable Path folder;

    @Option(names = "--unlock", descriptionKey = "demo.unlock")
    private boolean unlock;

    public DemoCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        Terminal terminal = invocation().terminal();
        Path place = folder == null ? start.dirs().state().resolve("demo") : terminal.resolve(folder);
        DemoDocuments.Laid laid;
        DemoRun run;
        try (Wiring wiring = new Wiring(start)) {
            if (unlock) {
                wiring.practiceCard().reset();
                out.note(out.texts().text("demo.unlocked"));
            }
            if (unlock && files.isEmpty() && folder == null) {
                out.document(Map.of("unlocked", true, "practice", true));
                return ExitStatus.DONE;
            }
            laid = lay(start, wiring, place);
            run = new DemoRun(start, wiring, out, terminal).sign(laid.documents(), place);
        }
        out.document(run.json(laid.copies()));
        tell(run, laid.laid(), place, out);
        int status = run.status();
        if (status == ExitStatus.DONE && terminal.interactive() && !out.json() && terminal.hasDisplay()) {
            return invocation()
                    .window()
                    .open(start, run.signed().stream().map(Signed::output).toList());
        }
        return status;
    }

    private DemoDocuments.Laid lay(Start start, Wiring wiring, Path place) throws ProblemException {
        DemoDocuments documents = new DemoDocuments(wiring, start.dirs().work());
        return files.isEmpty()
                ? documents.samples(place)
                : documents.copies(new Inputs(invocation().terminal(), files), place);
    }

    private void tell(DemoRun run, int laid, Path place, Out out) {
        // Nothing that could be read, nothing to be proud of: then only why.
        if (laid > 0) {
            out.line("");
            out.say("demo.title");
            out.line("");
            out.say(files.isEmpty() ? "demo.made" : "demo.copied", Map.of("count", laid, "folder", place));
        }
        if (!run.signed().isEmpty()) {
            tellSigned(run, out);
            out.line("");
        }
        run.outcome().tell(run.inputs(), invocation().terminal(), out);
        if (run.problems().anyMatch(TokenLocked.class::isInstance)) {
            out.note(out.texts().text("demo.locked", "segell", out.segell()));
        }
        if (!run.signed().isEmpty()) {
            out.line("");
            tellNext(run, out);
        }
    }

    private static void tellSigned(DemoRun run, Out out) {
        out.say("demo.signed", Map.of("count", run.signed().size(), "pin", PracticeCard.PIN));
        long recorded = run.signed().stream()
                .filter(signed -> signed.receipt().isPresent())
                .count();
        out.say("demo.recorded", Map.of("count", recorded));
        run.tellVerified();
    }

    private void tellNext(DemoRun run, Out out) {
        String segell = out.segell();
        out.say("demo.next");
        run.signed().stream().findFirst().ifPresent(signed -> {
            String file = ShellWord.of(Inputs.near(invocation().terminal(), signed.output()));
            out.line("  " + out.texts().text("demo.next.open", "file", file));
            out.line("  " + out.texts().text("demo.next.verify", "segell", segell, "file", file));
            String unsigned = ShellWord.of(Inputs.near(invocation().terminal(), signed.input()));
            out.line("  "
                    + out.texts()
                            .text(
                                    "demo.next.sign",
                                    Map.of("segell", segell, "file", unsigned, "pin", PracticeCard.PIN)));
        });
        out.line("  " + out.texts().text("demo.next.own", "segell", segell));
        out.line("  " + out.texts().text("demo.next.keys", "segell", segell));
    }
}
