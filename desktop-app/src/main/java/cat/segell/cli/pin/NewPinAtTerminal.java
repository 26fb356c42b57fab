// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.SecretPrompt;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinMissing;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PinTriesLow;
import cat.segell.problem.PinProblem.PukFinalTry;
import cat.segell.problem.PinProblem.PukMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The secrets for a change of the PIN, each from its file or from the terminal. */
final class NewPinAtTerminal implements NewPinEntry {

    private final Terminal terminal;
    private final Out out;
    private final Sources sources;
    private final LastTry lastTry;
    private final Function<NewPinRequest, String> cards;
    private Optional<String> card = Optional.empty();

    /**
     * Files to read instead of asking.
     *
     * @param present with the present PIN or the PUK
     * @param fresh with the new PIN
     */
    record Sources(Optional<Path> present, Optional<Path> fresh) {}

    /** @param cards what the card is called that gets it */
    NewPinAtTerminal(
            Terminal terminal, Out out, Sources sources, LastTry lastTry, Function<NewPinRequest, String> cards) {
        this.terminal = terminal;
        this.out = out;
        this.sources = sources;
        this.lastTry = lastTry;
        this.cards = cards;
    }

    /** As it was called when its PIN was asked for. */
    String nameOf(Token token) {
        return card.orElse(token.label());
    }

    private String named(NewPinRequest request) {
        String name = cards.apply(request);
        card = Optional.of(name);
        return name;
    }

    @Override
    public Pin present(NewPinRequest request) throws ProblemException {
        boolean pin = request.with() == Secret.PIN;
        String token = named(request);
        Problem absent = pin ? new PinMissing() : new PukMissing();
        Problem refusal = pin
                ? new PinFinalTry(request.token().label())
                : new PukFinalTry(request.token().label());
        if (sources.present().isPresent()) {
            if (request.lastTry() && !lastTry.given()) {
                throw new ProblemException(refusal);
            }
            return read(sources.present().get(), request);
        }
        if (request.lastTry()) {
            lastTry.demand(pin ? "pin.final" : "puk.final", token, secret(absent), refusal)
                    .ifPresent(out::note);
        }
        warn(request);
        if (!pin && terminal.secret().isPresent()) {
            out.note(out.wrapped("", out.texts().text("puk.care")));
        }
        return typed(out.texts().text(pin ? "pin.present" : "puk.present", "token", token), absent);
    }

    @Override
    public Pin fresh(NewPinRequest request) throws ProblemException {
        if (sources.fresh().isPresent()) {
            return read(sources.fresh().get(), request);
        }
        Pin fresh = fitting(request);
        boolean confirmed = false;
        try (Pin again = typed(out.texts().text("pin.again"), new NewPinMissing())) {
            confirmed = alike(fresh, again);
        } finally {
            if (!confirmed) {
                fresh.close();
            }
        }
        if (!confirmed) {
            throw new ProblemException(new NewPinsDiffer());
        }
        return fresh;
    }

    /** What is no PIN of this card is told at once: nobody types it twice for nothing. */
    private Pin fitting(NewPinRequest request) throws ProblemException {
        PinLengths lengths = request.lengths();
        String told = "";
        while (true) {
            Pin fresh = typed(told + question(lengths), new NewPinMissing());
            if (allowed(fresh, lengths)) {
                return fresh;
            }
            fresh.close();
            NewPinLength misfit = new NewPinLength(request.token().label(), lengths.shortest(), lengths.longest());
            told = out.wrapped("", ProblemText.of(misfit, out.language()).cause()) + "\n";
        }
    }

    private static boolean allowed(Pin pin, PinLengths lengths) {
        byte[] bytes = pin.utf8();
        try {
            return lengths.allow(bytes.length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Ctrl+C ends the wait, and the process. */
    @Override
    public void onReader(NewPinRequest request, Runnable cancel) throws ProblemException {
        String token = named(request);
        if (request.lastTry()) {
            SecretPrompt answer = terminal.secret().orElse(_ -> new char[0]);
            lastTry.demand(
                            "pin.final",
                            token,
                            answer,
                            new PinFinalTry(request.token().label()))
                    .ifPresent(out::note);
        }
        warn(request);
        if (sources.present().isPresent() || sources.fresh().isPresent()) {
            out.note(out.texts().text("pin.unused"));
        }
        out.note(out.texts().text("pin.change.reader", "token", token));
    }

    /** Before anything is entered, a person may still look the PIN up. */
    private void warn(NewPinRequest request) {
        Token token = request.token();
        if (request.with() == Secret.PIN && token.triesInDanger() == PinTries.Left.FEW) {
            out.problem(new PinTriesLow(token.label(), token.tries().number()));
        }
    }

    private String question(PinLengths lengths) {
        return lengths.known()
                ? out.texts()
                        .text("pin.new.length", Map.of("shortest", lengths.shortest(), "longest", lengths.longest()))
                : out.texts().text("pin.new");
    }

    /** The consent to a last try was asked for before. */
    private static Pin read(Path file, NewPinRequest request) throws ProblemException {
        PinRequest once = new PinRequest(request.token(), Optional.empty());
        return new PinFromFile(file, true, NewPinAtTerminal::nobody, () -> {}).ask(once);
    }

    private static Pin nobody(PinRequest request) throws ProblemException {
        throw new ProblemException(new PinMissing());
    }

    private SecretPrompt secret(Problem absent) throws ProblemException {
        return terminal.secret().orElseThrow(() -> new ProblemException(absent));
    }

    private Pin typed(String question, Problem absent) throws ProblemException {
        return Typed.pin(out, secret(absent), question, absent);
    }

    private static boolean alike(Pin one, Pin other) {
        char[] first = one.characters();
        char[] second = other.characters();
        try {
            return Arrays.equals(first, second);
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }
}
