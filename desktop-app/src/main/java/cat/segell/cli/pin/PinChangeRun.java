// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Wiring;
import cat.segell.app.keys.KeysAtHand.Missing;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.cli.keys.TokenWords;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenNone;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A card gets another PIN, and that is told; or its issuer's way to it. */
record PinChangeRun(Wiring wiring, TokenChoice choice, Out out) {

    /** How the card gets it. */
    @FunctionalInterface
    interface Change {
        Token make(PinChange changes, TokenChoice choice, NewPinEntry entry) throws ProblemException;
    }

    /**
     * @param done what has become of the PIN: a word of the JSON document, and of the sentence {@code cards.pin.WORD}
     * @return exit status
     */
    int run(String done, NewPinAtTerminal person, Change change) throws ProblemException {
        try (PinChangeEnd entry = PinChangeEnd.begin(person, out)) {
            try {
                return made(done, person, entry, change);
            } catch (ProblemException e) {
                if (!entry.isStopped()) {
                    throw e;
                }
                // The process ends with this: nobody else would tell it in time.
                out.document(Map.of("problem", out.facts(e.problem())));
                out.problem(e.problem());
                return ExitStatus.of(e.problem());
            }
        }
    }

    private int made(String done, NewPinAtTerminal person, NewPinEntry entry, Change change) throws ProblemException {
        try {
            Token token = change.make(wiring.cards().pinChange(), choice, entry);
            out.document(facts(token, done));
            out.say("cards.pin." + done, Map.of("token", person.nameOf(token)));
            return ExitStatus.DONE;
        } catch (ProblemException e) {
            Optional<Missing> unread = unread(e.problem());
            return unread.isPresent() ? told(unread.get()) : new IssuersWay(wiring, choice, out).instead(e);
        }
    }

    /** "T-CAT of Maria Prova Exemple (reader Lector 00 00)". */
    String name(NewPinRequest request) {
        return new TokenWords(out.texts(), wiring.cards().names()).of(request.token(), request.keys());
    }

    /** Whoever has put a card in isn't told to put one in. */
    private Optional<Missing> unread(Problem problem) {
        boolean absent =
                problem instanceof TokenNone || problem instanceof TokenNotFound || problem instanceof KeyNotFound;
        return absent
                ? wiring.cards().onlyUnread(choice.key().flatMap(Pkcs11Uri::modulePath), out.language())
                : Optional.empty();
    }

    private int told(Missing card) {
        List<String> advice = card.after(card.problem());
        out.document(Map.of("problem", out.facts(card.problem(), advice)));
        out.note(out.words(card.problem(), advice));
        return ExitStatus.of(card.problem());
    }

    private static Map<String, Object> facts(Token token, String done) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("token", Map.of("label", token.label(), "serial", token.serial()));
        facts.put("pin", done);
        return facts;
    }
}
