// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.problem.ProblemException;
import java.util.Map;
import picocli.CommandLine.Help;

/** A word that other commands stand behind. Alone it says which. */
public abstract class GroupCommand extends Command {

    protected GroupCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected final int run(Start start, Out out) throws ProblemException {
        Help help = help();
        out.note(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()) + "\n" + help.commandList());
        throw usage("usage.command.missing", Map.of());
    }
}
