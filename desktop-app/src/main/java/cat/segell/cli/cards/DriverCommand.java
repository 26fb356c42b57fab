// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A driver that is named, among those that are set. */
abstract class DriverCommand extends Command {

    @Parameters(paramLabel = "PATH", descriptionKey = "cards.module")
    private @Nullable Path module;

    DriverCommand(Invocation invocation) {
        super(invocation);
    }

    /**
     * What is to be.
     *
     * @param told once it is so
     */
    record Change(List<Path> modules, Consumer<Out> told) {}

    @Override
    protected final int run(Start start, Out out) throws ProblemException {
        Path file = invocation().terminal().resolve(Objects.requireNonNull(module));
        SetDrivers drivers = new SetDrivers(start);
        Change change = change(start, file, drivers.changeable());
        drivers.save(change.modules());
        change.told().accept(out);
        return ExitStatus.DONE;
    }

    /** @param present those that are set now */
    abstract Change change(Start start, Path file, List<Path> present) throws ProblemException;
}
