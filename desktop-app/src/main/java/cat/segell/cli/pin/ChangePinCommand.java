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
import java.util.LinkedHashMap;
import java.util.Map;
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
        NewPinAtTerminal entry = new NewPinAtTerminal(
                invocation().terminal(),
                out,
                new NewPinAtTerminal.Sources(pin.file(invocation()), fresh.file(invocation())),
                new LastTry(out, pin.finalTry()));
        try (Wiring wiring = new Wiring(start)) {
            return changed(wiring, token.choice(start, wiring, this), entry, out);
        }
    }

    private static int changed(Wiring wiring, TokenChoice choice, NewPinAtTerminal entry, Out out)
            throws ProblemException {
        try {
            Token changed = wiring.pinChange().change(choice, entry);
            out.document(facts(changed, "changed"));
            out.say("cards.pin.changed", Map.of("token", changed.label()));
            return ExitStatus.DONE;
        } catch (ProblemException e) {
            return new IssuersWay(wiring, out).instead(e);
        }
    }

    static Map<String, Object> facts(Token token, String what) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("token", Map.of("label", token.label(), "serial", token.serial()));
        facts.put("pin", what);
        return facts;
    }
}
