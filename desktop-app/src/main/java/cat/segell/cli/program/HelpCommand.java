// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.UsageWords;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.UsageInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segell help}: for those who ask in words. Needs no home. */
@CommandLine.Command(name = "help")
final class HelpCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = Label.COMMAND, arity = "0..*", descriptionKey = "help.command")
    private List<String> words = new ArrayList<>();

    /** What the parser knows of this command; it puts it here. */
    @Spec
    private @Nullable CommandSpec spec;

    HelpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws ProblemException {
        CommandLine line = Objects.requireNonNull(spec, "not parsed").root().commandLine();
        for (String word : words) {
            line = below(line, word);
        }
        Out out = invocation.out();
        String usage = line.getUsageMessage(Ansi.OFF);
        out.document(Map.of("usage", usage));
        out.line(usage);
        return ExitStatus.DONE;
    }

    private CommandLine below(CommandLine line, String word) throws ProblemException {
        List<String> commands = UsageWords.commands(line.getCommandSpec());
        CommandLine found = commands.contains(word) ? line.getSubcommands().get(word) : null;
        if (found == null) {
            Out out = invocation.out();
            throw new ProblemException(new UsageInvalid(
                    out.texts().text("usage.command.only", "word", word) + UsageWords.near(word, commands, out.texts()),
                    UsageWords.typed(line.getCommandSpec())));
        }
        return found;
    }
}
