// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.AtExit;
import cat.segell.app.terminal.LastWork;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/**
 * Ctrl+C while a card gets its new PIN: nothing takes back what was sent, so what becomes of it is waited for, and told. A wait at
 * the reader's keypad is ended. Where nothing was sent yet, nothing will be.
 */
final class PinChangeEnd implements NewPinEntry, AutoCloseable {

    private final NewPinAtTerminal person;
    private final Out out;
    private Optional<AtExit> atExit = Optional.empty();
    private Optional<Change> change = Optional.empty();
    private boolean stopped;

    /** @param cancel ends it, as far as that is possible */
    private record Change(LastWork work, String token, Runnable cancel) {}

    private PinChangeEnd(NewPinAtTerminal person, Out out) {
        this.person = person;
        this.out = out;
    }

    /** From now until it is closed. */
    static PinChangeEnd begin(NewPinAtTerminal person, Out out) {
        PinChangeEnd end = new PinChangeEnd(person, out);
        end.atExit = Optional.of(AtExit.does("end of the change", end::end));
        return end;
    }

    @Override
    public Pin present(NewPinRequest request) throws ProblemException {
        return person.present(request);
    }

    @Override
    public Pin fresh(NewPinRequest request) throws ProblemException {
        Pin fresh = person.fresh(request);
        if (sends(request, () -> {})) {
            return fresh;
        }
        fresh.close();
        throw new ProblemException(new PinCancelled());
    }

    @Override
    public void onReader(NewPinRequest request, Runnable cancel) throws ProblemException {
        person.onReader(request, cancel);
        if (!sends(request, cancel)) {
            throw new ProblemException(new PinCancelled());
        }
    }

    private synchronized boolean sends(NewPinRequest request, Runnable cancel) {
        if (!stopped) {
            change = Optional.of(new Change(LastWork.begin(), person.nameOf(request.token()), cancel));
        }
        return !stopped;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized Optional<Change> stop() {
        stopped = true;
        return change;
    }

    private void end() {
        stop().ifPresent(under -> {
            under.cancel().run();
            if (!under.work().isOverWithin(LastWork.PATIENCE_SECONDS)) {
                out.problem(new PinChangeUncertain(under.token(), new PinCancelled()));
            }
        });
    }

    @Override
    public void close() {
        over();
        atExit.ifPresent(AtExit::close);
    }

    private synchronized void over() {
        change.ifPresent(under -> under.work().close());
    }
}
