// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.credential.Token;
import cat.segell.credential.TokenChoice;
import cat.segell.problem.ProblemException;
import java.util.Map;
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
        NewPinAtTerminal entry = new NewPinAtTerminal(
                invocation().terminal(),
                out,
                new NewPinAtTerminal.Sources(puk.file(invocation()), fresh.file(invocation())),
                new LastTry(out, puk.finalTry()));
        try (Wiring wiring = new Wiring(start)) {
            return unblocked(wiring, token.choice(start, wiring, this), entry, out);
        }
    }

    private static int unblocked(Wiring wiring, TokenChoice choice, NewPinAtTerminal entry, Out out)
            throws ProblemException {
        try {
            Token unblocked = wiring.pinChange().unblock(choice, entry);
            out.document(ChangePinCommand.facts(unblocked, "unblocked"));
            out.say("cards.pin.unblocked", Map.of("token", unblocked.label()));
            return ExitStatus.DONE;
        } catch (ProblemException e) {
            return new IssuersWay(wiring, out).instead(e);
        }
    }
}
