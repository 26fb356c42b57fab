// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.text.Language;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code docs/cli.md}: the help of every command. */
final class CommandPages {

    private static final String HEAD = """
            # Command line

            Generated from the help of the commands. Every command takes `--json` (one JSON document on standard output, everything
            else on standard error), `--lang ca|es|en`, `--home DIR` and `--policy FILE`, before or after its name.

            `./segell test [--long]` exists where Segell runs from its sources: it installs what the tests need and runs them all.
            So do `./segell bench verify`, `sign` and `batch`, which print what a verdict and a signature cost, beside a named reference.

            | status | means |
            |---|---|
            | 0 | all done, all valid |
            | 1 | at least one document failed or is not valid |
            | 2 | wrong usage, settings or policy that can't be used, or no display for the window |
            | 3 | no such key, card, reader or driver |
            | 4 | PIN refused, locked or missing |
            | 5 | a service could not be reached and the request could not be met as asked |
            | 6 | validity can't be determined, and nothing is invalid |
            | 70 | internal fault |
            | 129, 130, 143 | ended because its terminal was closed, with Ctrl+C, or by another program |

            Of several at once the first of 70, 2, 4, 3, 1, 5, 6 counts; from 129 on they come alone. What only shows what is there (`cards`, `keys`) ends with 0 where
            it found something, whatever else could not be looked at, which is told; with 3 where it found nothing and something that it
            looks through could not be used (a driver; for `cards` the service for readers too); with 0 where nothing is there. A driver that
            Segell found by itself counts, for them and for `doctor`, where it can be loaded and does not start while no driver shows a card
            or token: one may be behind it. Where another driver shows one, or the file is none that this computer can load, it does not.

            In JSON, a document that was named on the command line (`input`, and `file` beside a receipt) is as it was written there, with
            the path below it where a folder was named. All other paths are absolute, also those of the documents that `demo` makes.
            What isn't known is left out: `valid` of a receipt too, where nobody can tell here (status 6).
            """;

    private CommandPages() {}

    static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        append(page, commands());
        return page.toString();
    }

    /** All of them, which read and write nothing. */
    static CommandLine commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                nowhere,
                nowhere,
                InputStream.nullInputStream(),
                Path.of(""),
                Map.of(),
                false,
                SystemPolicy.OF_COMPUTER,
                Optional.empty());
        GlobalOptions options = new GlobalOptions();
        Invocation invocation =
                new Invocation(terminal, options, new Out(terminal, options, Language.EN), (_, _) -> 0, _ -> {});
        return Segell.commandLine(invocation, options, Language.EN);
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
        page.append(command.getUsageMessage(Ansi.OFF).strip().replace("\r\n", "\n"))
                .append("\n```\n");
        command.getSubcommands().values().stream()
                .filter(below -> !below.getCommandSpec().usageMessage().hidden())
                .forEach(below -> append(page, below));
    }
}
