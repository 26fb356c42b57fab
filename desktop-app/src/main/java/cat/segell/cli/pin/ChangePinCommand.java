// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.problem.ProblemException;
import picocli.CommandLine.Mixin;

/** {@code segell cards change-pin}: another PIN for a card, with the present one. */
@picocli.CommandLine.Command(name = "change-pin")
public final class ChangePinCommand extends Command {

    @Mixin
    private final TokenOptions token = new TokenOptions();

    @Mixin
    private final PinOptions pin = new PinOptions();

    @Mixin
    private final NewPinOptions fresh = new NewPinOptions();

    public ChangePinCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        NewPinAtTerminal.Sources sources =
                new NewPinAtTerminal.Sources(pin.file(invocation()), fresh.file(invocation()));
        try (Wiring wiring = new Wiring(start)) {
            PinChangeRun run = new PinChangeRun(wiring, token.choice(start, wiring, this), out);
            NewPinAtTerminal entry = new NewPinAtTerminal(
                    invocation().terminal(), out, sources, new LastTry(out, pin.finalTry()), run::name);
            return run.run("changed", entry, PinChange::change);
        }
    }
}
