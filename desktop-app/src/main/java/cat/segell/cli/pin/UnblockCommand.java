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

/** {@code segell cards unblock}: another PIN for a card, with its PUK. */
@picocli.CommandLine.Command(name = "unblock")
public final class UnblockCommand extends Command {

    @Mixin
    private final TokenOptions token = new TokenOptions();

    @Mixin
    private final PukOptions puk = new PukOptions();

    @Mixin
    private final NewPinOptions fresh = new NewPinOptions();

    public UnblockCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        NewPinAtTerminal.Sources sources =
                new NewPinAtTerminal.Sources(puk.file(invocation()), fresh.file(invocation()));
        try (Wiring wiring = new Wiring(start)) {
            PinChangeRun run = new PinChangeRun(wiring, token.choice(start, wiring, this), out);
            NewPinAtTerminal entry = new NewPinAtTerminal(
                    invocation().terminal(), out, sources, new LastTry(out, puk.finalTry()), run::name);
            return run.run("unblocked", entry, PinChange::unblock);
        }
    }
}
