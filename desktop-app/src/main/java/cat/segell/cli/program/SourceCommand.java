// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.app.Start;
import cat.segell.cli.Command;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code segell test} and {@code segell package}: the launcher's, where Segell runs from its sources. Here to say so. */
@picocli.CommandLine.Command(hidden = true)
final class SourceCommand extends Command {

    static final List<String> NAMES = List.of("test", "package");

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = new ArrayList<>();

    @Unmatched
    private List<String> options = new ArrayList<>();

    private final String name;

    SourceCommand(String name, Invocation invocation) {
        super(invocation);
        this.name = name;
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        words.addAll(options);
        throw usage("usage.source", Map.of("word", name));
    }
}
