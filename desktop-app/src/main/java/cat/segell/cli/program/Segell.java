// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.app.Start;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.UsageWords;
import cat.segell.cli.WindowOpener;
import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.SettingProblem.DisplayNone;
import cat.segell.text.Language;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** {@code segell}: opens the window, or runs a command. */
@CommandLine.Command(name = "segell", versionProvider = Version.class)
public final class Segell extends Command {

    private static final Logger LOG = LoggerFactory.getLogger(Segell.class);

    @Parameters(paramLabel = Label.FILE_OR_DIR, arity = "0..*", descriptionKey = "files")
    private List<Path> files = new ArrayList<>();

    private Segell(Invocation invocation) {
        super(invocation);
    }

    /**
     * Runs one command line to its end. Several may run at once in one process.
     *
     * @param window opens the window where no command is given
     * @param log told the folder for the log once it is known
     * @return exit status
     */
    public static int run(String[] args, Terminal terminal, WindowOpener window, Consumer<Path> log) {
        GlobalOptions glance = GlobalOptions.glance(args);
        Language language = glance.language().orElseGet(terminal::language);
        Out out = new Out(terminal, glance, language);
        GlobalOptions options = new GlobalOptions();
        Invocation invocation = new Invocation(terminal, options, out, window, log);
        CommandLine line = commandLine(Commands.meant(args, invocation), invocation, options, language)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> execute(parsed, out))
                .setParameterExceptionHandler((e, words) -> failed(invocation.out(), usage(e, words, out)))
                .setExecutionExceptionHandler((e, _, _) -> failed(invocation.out(), problem(e)));
        return line.execute(args);
    }

    /** All commands, as for help. */
    static CommandLine commandLine(Invocation invocation, GlobalOptions options, Language language) {
        return commandLine(Commands.all(invocation), invocation, options, language);
    }

    private static CommandLine commandLine(
            Map<String, Supplier<CommandLine>> commands,
            Invocation invocation,
            GlobalOptions options,
            Language language) {
        CommandLine line = new CommandLine(new Segell(invocation)).addMixin("global", options);
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.registerConverter(Language.class, UsageWords::language);
        line.registerConverter(Path.class, UsageWords::path);
        line.setResourceBundle(UsageWords.bundle(language));
        line.setHelpFactory(TypedHelp::new);
        line.setUsageHelpWidth(100);
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    /** Runs the command; help and version are documents too where JSON is asked for. */
    private static int execute(ParseResult parsed, Out out) {
        for (CommandLine line : out.json() ? parsed.asCommandLineList() : List.<CommandLine>of()) {
            if (line.isUsageHelpRequested()) {
                out.document(Map.of("usage", line.getUsageMessage(Ansi.OFF)));
                return ExitStatus.DONE;
            }
            if (line.isVersionHelpRequested()) {
                out.document(Map.of("version", Version.number()));
                return ExitStatus.DONE;
            }
        }
        return new RunLast().execute(parsed);
    }

    private static Problem usage(ParameterException e, String[] words, Out out) {
        return UsageWords.problem(e, Set.copyOf(Arrays.asList(words)), out.texts());
    }

    private static Problem problem(Exception e) {
        if (e instanceof ProblemException expected) {
            LOG.info("{}", ProblemTrace.of(expected));
            return expected.problem();
        }
        LOG.error("internal fault", e);
        return new InternalFault(e.getClass().getName());
    }

    /**
     * Tells a fault of ours that no command expected.
     *
     * @return exit status
     */
    public static int fault(String[] args, Terminal terminal, Throwable fault) {
        GlobalOptions glance = GlobalOptions.glance(args);
        Language language = glance.language().orElseGet(terminal::language);
        Out out = new Out(terminal, glance, language);
        return failed(out, new InternalFault(fault.getClass().getName()));
    }

    private static int failed(Out out, Problem problem) {
        out.document(Map.of("problem", out.facts(problem)));
        out.problem(problem);
        return ExitStatus.of(problem);
    }

    /** Meant as a command: a document that is missing has an ending, and the window says in its row that it is. */
    private boolean isWord(Path first) {
        return first.getNameCount() == 1
                && !first.toString().contains(".")
                && !Files.exists(invocation().terminal().resolve(first));
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        if (!files.isEmpty() && isWord(files.getFirst())) {
            throw new ProblemException(unusable(out.texts().text("usage.command", "word", files.getFirst())
                    + UsageWords.near(files.getFirst().toString(), UsageWords.commands(spec()), out.texts())));
        }
        if (!invocation().terminal().hasDisplay()) {
            throw new ProblemException(new DisplayNone());
        }
        List<Path> resolved =
                files.stream().map(invocation().terminal()::resolve).toList();
        return invocation().window().open(start, resolved);
    }
}
