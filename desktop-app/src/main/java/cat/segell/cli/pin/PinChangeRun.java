// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Wiring;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A card gets another PIN, and that is told; or its issuer's way to it. */
record PinChangeRun(Wiring wiring, TokenChoice choice, Out out) {

    /** How the card gets it. */
    @FunctionalInterface
    interface Change {
        Token make(PinChange changes, TokenChoice choice) throws ProblemException;
    }

    /**
     * @param done what has become of the PIN: a word of the JSON document, and of the sentence {@code cards.pin.WORD}
     * @return exit status
     */
    int run(String done, Change change) throws ProblemException {
        try {
            Token token = change.make(wiring.cards().pinChange(), choice);
            out.document(facts(token, done));
            out.say("cards.pin." + done, Map.of("token", token.label()));
            return ExitStatus.DONE;
        } catch (ProblemException e) {
            return new IssuersWay(wiring, choice, out).instead(e);
        }
    }

    private static Map<String, Object> facts(Token token, String done) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("token", Map.of("label", token.label(), "serial", token.serial()));
        facts.put("pin", done);
        return facts;
    }
}
