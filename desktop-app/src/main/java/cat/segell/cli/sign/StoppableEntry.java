// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.ProblemException;

/** A person who stopped the batch is asked nothing more, and what they entered all the same goes to no card. */
record StoppableEntry(PinEntry person, BatchInterruption stop) implements PinEntry {

    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        demandGoingOn();
        stop.asks(Thread.currentThread()::interrupt);
        Pin pin;
        try {
            pin = person.ask(request);
        } finally {
            stop.answered();
        }
        if (!stop.begins()) {
            pin.close();
            throw new ProblemException(new PinCancelled());
        }
        return pin;
    }

    /** What is entered there goes to the card with nobody between. */
    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        demandGoingOn();
        Waiting waiting = person.onReader(request, cancel);
        if (!stop.begins()) {
            waiting.close();
            throw new ProblemException(new PinCancelled());
        }
        stop.asks(cancel);
        return () -> {
            stop.asked();
            waiting.close();
        };
    }

    private void demandGoingOn() throws ProblemException {
        if (stop.getAsBoolean()) {
            throw new ProblemException(new PinCancelled());
        }
    }

    @Override
    public boolean another(PinProblem refusal) {
        return !stop.getAsBoolean() && person.another(refusal);
    }

    @Override
    public void accepted(Token token) {
        person.accepted(token);
    }
}
