// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person once for one token within one batch: where finding and opening both need the secret (a key file's
 * password), the second asking gets the entry that the token accepted. An entry that was not accepted is never handed out
 * again, and one for a key that was named, a card's PIN above all, isn't even remembered.
 */
public final class BatchPin implements PinEntry, AutoCloseable {

    private final PinEntry person;
    private @Nullable Pin entered;
    private @Nullable String acceptedBy;

    public BatchPin(PinEntry person) {
        this.person = person;
    }

    @Override
    public synchronized Pin ask(PinRequest request) throws ProblemException {
        if (entered != null && request.token().serial().equals(acceptedBy)) {
            Pin once = entered.copy();
            close();
            return once;
        }
        close();
        Pin answer = person.ask(request);
        if (request.credential().isEmpty()) {
            entered = answer.copy();
        }
        return answer;
    }

    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        return person.onReader(request, cancel);
    }

    @Override
    public boolean another(PinProblem refusal) {
        close();
        return person.another(refusal);
    }

    @Override
    public synchronized void accepted(Token token) {
        acceptedBy = token.serial();
        person.accepted(token);
    }

    /** Wipes what was remembered; the next asking asks the person. */
    @Override
    public synchronized void close() {
        if (entered != null) {
            entered.close();
        }
        entered = null;
        acceptedBy = null;
    }
}
