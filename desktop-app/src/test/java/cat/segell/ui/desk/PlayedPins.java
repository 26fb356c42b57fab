// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.credential.Pin;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Other PINs for the played desk's card, which has a PUK with three tries too. */
public final class PlayedPins implements PinChange {

    private static final char[] PUK = {'8', '7', '6', '5', '4', '3', '2', '1'};

    private final PlayedDesk desk;
    private Optional<Problem> ending = Optional.empty();
    private Optional<Problem> atOnce = Optional.empty();
    private Optional<Error> fault = Optional.empty();
    private int pukTries = 3;
    private boolean waiting;
    private final BlockingQueue<Boolean> reader = new LinkedBlockingQueue<>();
    private int sent;
    private Optional<TokenChoice> choice = Optional.empty();

    PlayedPins(PlayedDesk desk) {
        this.desk = desk;
    }

    /** However it is entered, it ends like this. */
    public PlayedPins ending(Problem how) {
        ending = Optional.of(how);
        return this;
    }

    /** As no one expected, once all is entered. */
    public PlayedPins breaking(Error how) {
        fault = Optional.of(how);
        return this;
    }

    /** What was entered first is no good: it ends before the new PIN is taken. */
    public PlayedPins refusingAtOnce(Problem how) {
        atOnce = Optional.of(how);
        return this;
    }

    /** A reader with keys waits until somebody cancels. */
    public PlayedPins waiting() {
        waiting = true;
        return this;
    }

    public PlayedPins pukTries(int left) {
        pukTries = left;
        return this;
    }

    /** How often something reached the card. */
    public int sent() {
        return sent;
    }

    /** Which card was meant the last time. */
    public Optional<TokenChoice> choice() {
        return choice;
    }

    @Override
    public Token change(TokenChoice wanted, NewPinEntry entry) throws ProblemException {
        choice = Optional.of(wanted);
        Token token = token();
        if (token.pin() == PinState.LOCKED) {
            throw new ProblemException(new TokenLocked(token.label()));
        }
        NewPinRequest request = new NewPinRequest(token, Secret.PIN, token.onLastTry(), new PinLengths(4, 8));
        if (desk.hasKeypad()) {
            entry.onReader(request, () -> reader.add(false));
            sent++;
            waitForReader(token);
            endAsTold();
            return token;
        }
        return enter(request, entry);
    }

    @Override
    public Token unblock(TokenChoice wanted, NewPinEntry entry) throws ProblemException {
        choice = Optional.of(wanted);
        if (pukTries == 0) {
            throw new ProblemException(new PukLocked(token().label()));
        }
        return enter(new NewPinRequest(token(), Secret.PUK, pukTries == 1, new PinLengths(4, 8)), entry);
    }

    /** What is cancelled may have been done already. */
    private void waitForReader(Token token) throws ProblemException {
        try {
            if (waiting && !reader.take()) {
                throw new ProblemException(new PinChangeUncertain(token.label(), new PinCancelled()));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinCancelled(), closing);
        }
    }

    private Token enter(NewPinRequest request, NewPinEntry entry) throws ProblemException {
        try (Pin present = entry.present(request)) {
            if (atOnce.isPresent()) {
                throw new ProblemException(atOnce.get());
            }
            try (Pin fresh = entry.fresh(request)) {
                sent++;
                demandRight(request, present);
                endAsTold();
                desk.changeTo(fresh);
                return request.token();
            }
        }
    }

    private void demandRight(NewPinRequest request, Pin present) throws ProblemException {
        String label = request.token().label();
        switch (request.with()) {
            case PIN -> {
                if (!desk.takes(present)) {
                    throw new ProblemException(
                            desk.triesLeft() == 0 ? new TokenLocked(label) : new PinChangeRefused(label));
                }
            }
            case PUK -> {
                if (!Arrays.equals(present.characters(), PUK)) {
                    pukTries--;
                    throw new ProblemException(pukTries == 0 ? new PukLocked(label) : new PukWrong(label));
                }
            }
        }
    }

    private void endAsTold() throws ProblemException {
        fault.ifPresent(how -> {
            throw how;
        });
        if (ending.isPresent()) {
            throw new ProblemException(ending.get());
        }
    }

    private Token token() {
        Token known = People.token(desk.state(), desk.triesLeft());
        return new Token(
                known.label(),
                known.serial(),
                known.pin(),
                PinTries.counted(desk.triesLeft(), 3),
                desk.hasKeypad(),
                known.place());
    }
}
