// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;

/** {@code segell cards remove-driver}: one that was added by hand. */
@picocli.CommandLine.Command(name = "remove-driver")
public final class RemoveDriverCommand extends DriverCommand {

    public RemoveDriverCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    void change(Start start, Path file, Out out) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            wiring.drivers().remove(file);
        }
        out.document(Map.of("removed", file.toString()));
        out.say("cards.driver.removed", Map.of("module", file));
    }
}
