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
import cat.segell.problem.PinProblem.NewPinMissing;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PinTriesLow;
import cat.segell.problem.PinProblem.PukFinalTry;
import cat.segell.problem.PinProblem.PukMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The secrets for a change of the PIN, each from its file or from the terminal. */
final class NewPinAtTerminal implements NewPinEntry {

    private final Terminal terminal;
    private final Out out;
    private final Sources sources;
    private final LastTry lastTry;

    /**
     * Files to read instead of asking.
     *
     * @param present with the present PIN or the PUK
     * @param fresh with the new PIN
     */
    record Sources(Optional<Path> present, Optional<Path> fresh) {}

    NewPinAtTerminal(Terminal terminal, Out out, Sources sources, LastTry lastTry) {
        this.terminal = terminal;
        this.out = out;
        this.sources = sources;
        this.lastTry = lastTry;
    }

    @Override
    public Pin present(NewPinRequest request) throws ProblemException {
        boolean pin = request.with() == Secret.PIN;
        String token = request.token().label();
        Problem absent = pin ? new PinMissing() : new PukMissing();
        Problem refusal = pin ? new PinFinalTry(token) : new PukFinalTry(token);
        if (sources.present().isPresent()) {
            if (request.lastTry() && !lastTry.given()) {
                throw new ProblemException(refusal);
            }
            return read(sources.present().get(), request);
        }
        if (request.lastTry()) {
            lastTry.demand(pin ? "pin.final" : "puk.final", token, secret(absent), refusal);
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
        Pin fresh = typed(question(request.lengths()), new NewPinMissing());
        try (Pin again = typed(out.texts().text("pin.again"), new NewPinMissing())) {
            if (alike(fresh, again)) {
                return fresh;
            }
        } catch (ProblemException e) {
            fresh.close();
            throw e;
        }
        fresh.close();
        throw new ProblemException(new NewPinsDiffer());
    }

    /** Ctrl+C ends the wait, and the process. */
    @Override
    public void onReader(NewPinRequest request, Runnable cancel) throws ProblemException {
        String token = request.token().label();
        if (request.lastTry()) {
            lastTry.demand("pin.final", token, terminal.secret().orElse(_ -> new char[0]), new PinFinalTry(token));
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
