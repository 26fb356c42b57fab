// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.problem.KeyProblem.DriverNotSet;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** {@code segell cards remove-driver}: one that was added by hand. */
@picocli.CommandLine.Command(name = "remove-driver")
final class RemoveDriverCommand extends Command {

    @Parameters(paramLabel = "PATH", descriptionKey = "cards.module")
    private @Nullable Path module;

    RemoveDriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Start start, Out out) throws ProblemException {
        Path file = invocation().terminal().resolve(Objects.requireNonNull(module));
        SetDrivers drivers = new SetDrivers(start);
        List<Path> present = drivers.changeable();
        if (!present.contains(file)) {
            throw new ProblemException(new DriverNotSet(file));
        }
        drivers.save(present.stream().filter(each -> !each.equals(file)).toList());
        out.document(Map.of("removed", file.toString()));
        out.say("cards.driver.removed", Map.of("module", file));
        return ExitStatus.DONE;
    }
}
