// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A driver that is named, among those that are set. */
abstract class DriverCommand extends Command {

    @Parameters(paramLabel = Label.PATH, descriptionKey = "cards.module")
    private @Nullable Path module;

    DriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected final int run(Start start, Out out) throws ProblemException {
        change(start, invocation().terminal().resolve(Objects.requireNonNull(module)), out);
        return ExitStatus.DONE;
    }

    /** @param out told once it is so */
    abstract void change(Start start, Path file, Out out) throws ProblemException;
}
