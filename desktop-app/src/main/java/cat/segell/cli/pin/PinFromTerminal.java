// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.SecretPrompt;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinTries;
import cat.segell.credential.TokenPlace;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PasswordMissing;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PinTriesLow;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Asks on the terminal, without showing what is typed. */
final class PinFromTerminal implements PinEntry {

    private final Terminal terminal;
    private final Out out;
    private final Function<Credential, String> cards;
    private final LastTry lastTry;
    private boolean typed;
    private String refused = "";

    /** @param cards what the card is called that a key is on */
    PinFromTerminal(Terminal terminal, Out out, boolean finalTry, Function<Credential, String> cards) {
        this.terminal = terminal;
        this.out = out;
        this.cards = cards;
        this.lastTry = new LastTry(out, finalTry);
    }

    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        Problem missing =
                request.token().place() instanceof TokenPlace.KeyFile ? new PasswordMissing() : new PinMissing();
        SecretPrompt secret = terminal.secret().orElseThrow(() -> new ProblemException(missing));
        SecretPrompt telling = question -> secret.ask(takeRefused() + question);
        if (request.token().onLastTry()) {
            consent(request, telling);
        }
        Pin pin = Typed.pin(out, telling, question(request, tries(request)), missing);
        typed = true;
        return pin;
    }

    /** Why, is told where the next entry is typed. */
    @Override
    public boolean another(PinProblem refusal) {
        if (!typed) {
            return false;
        }
        typed = false;
        String why = ProblemText.of(refusal, out.language()).cause();
        refused = out.wrapped("", out.texts().text("pin.another", "why", why)) + "\n";
        return true;
    }

    private String takeRefused() {
        String told = refused;
        refused = "";
        return told;
    }

    /** Whoever presses Ctrl+C ends Segell, and the driver that waits for the reader with it. */
    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        if (request.token().onLastTry()) {
            consent(request, terminal.secret().orElse(_ -> new char[0]));
        }
        typed = false;
        if (request.token().triesInDanger() == PinTries.Left.FEW) {
            out.problem(new PinTriesLow(
                    request.token().label(), request.token().tries().number()));
        }
        out.note(question(request, ".reader"));
        return new Interruption(out);
    }

    private void consent(PinRequest request, SecretPrompt answer) throws ProblemException {
        String token = request.token().label();
        lastTry.demand("pin.final", token, answer, request.token().finalTry());
    }

    private static String tries(PinRequest request) {
        if (request.token().triesInDanger() != PinTries.Left.FEW) {
            return "";
        }
        return request.token().tries().number().isPresent() ? ".tries" : ".few";
    }

    /** @param kind how it is asked for, where it isn't for a key file */
    private String question(PinRequest request, String kind) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("token", request.token().label());
        request.token().tries().number().ifPresent(left -> values.put("left", left));
        request.credential().ifPresent(credential -> values.put("card", cards.apply(credential)));
        return out.texts().text(request.credential().isPresent() ? "pin.of" + kind : "pin.file", values);
    }
}
