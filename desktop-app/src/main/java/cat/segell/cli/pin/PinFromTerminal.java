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
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks on the terminal, without showing what is typed. */
final class PinFromTerminal implements PinEntry {

    private final Terminal terminal;
    private final Out out;
    private final Cards cards;
    private final LastTry lastTry;
    private boolean typed;
    private Optional<PinProblem> refused = Optional.empty();

    /** What is known of the card that a key is on. */
    interface Cards {

        /** What it is called. */
        String name(Credential key);

        /** What its issuer says on a PIN that isn't known, a sentence each. */
        List<String> forgotten(Credential key);
    }

    PinFromTerminal(Terminal terminal, Out out, boolean finalTry, Cards cards) {
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
        SecretPrompt telling = question -> secret.ask(takeRefused(request) + question);
        String stake = request.token().onLastTry()
                ? consent(request, telling).map(told -> told + "\n").orElse("")
                : "";
        Pin pin = Typed.pin(out, telling, stake + question(request, tries(request)), missing);
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
        refused = Optional.of(refusal);
        return true;
    }

    /** Why, and what whoever doesn't know the PIN does instead of guessing. Where one try is left, its own question speaks. */
    private String takeRefused(PinRequest request) {
        List<String> told = new ArrayList<>();
        refused.ifPresent(refusal -> {
            told.add(ProblemText.of(refusal, out.language()).cause());
            if (refusal instanceof PinWrong wrong) {
                told.addAll(forgotten(wrong, request));
            }
            if (!request.token().onLastTry()) {
                told.add(out.texts().text("pin.another"));
            }
        });
        refused = Optional.empty();
        return told.stream().map(line -> out.wrapped("", line) + "\n").collect(Collectors.joining());
    }

    private List<String> forgotten(PinWrong wrong, PinRequest request) {
        if (wrong.practice()) {
            return List.of(ProblemText.of(wrong, out.language()).remedy());
        }
        List<String> advice = request.credential().map(cards::forgotten).orElse(List.of());
        String way = out.texts().text(advice.isEmpty() ? "pin.unknown" : "pin.unknown.advised", "segell", out.segell());
        return Stream.concat(Stream.of(way), advice.stream()).toList();
    }

    /** Whoever presses Ctrl+C ends Segell, and the driver that waits for the reader with it. */
    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        if (request.token().onLastTry()) {
            consent(request, terminal.secret().orElse(_ -> new char[0])).ifPresent(out::note);
        }
        typed = false;
        if (request.token().triesInDanger() == PinTries.Left.FEW) {
            out.problem(new PinTriesLow(
                    request.token().label(), request.token().tries().number()));
        }
        out.note(question(request, ".reader"));
        return new Interruption(out);
    }

    private Optional<String> consent(PinRequest request, SecretPrompt answer) throws ProblemException {
        String card =
                request.credential().map(cards::name).orElse(request.token().label());
        return lastTry.demand("pin.final", card, answer, request.token().finalTry());
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
        request.credential().ifPresent(credential -> values.put("card", cards.name(credential)));
        return out.texts().text(request.credential().isPresent() ? "pin.of" + kind : "pin.file", values);
    }
}
