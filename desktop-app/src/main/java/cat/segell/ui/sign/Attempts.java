// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Signs a batch on the worker's thread. A refused PIN is never sent again, but the person may enter another. */
final class Attempts {

    private final SignDesk desk;
    private final PinModel pin;

    Attempts(SignDesk desk, PinModel pin) {
        this.desk = desk;
        this.pin = pin;
    }

    /** @return why the key could not be opened, where it couldn't: then nothing was signed */
    Optional<Problem> sign(BatchRequest request, BooleanSupplier stop, Consumer<BatchEvent> events) {
        Optional<PinProblem> wrong = Optional.empty();
        while (true) {
            PinModel.Entry entry = pin.new Entry(wrong);
            try {
                desk.sign(request, entry, stop, events);
                return Optional.empty();
            } catch (ProblemException e) {
                wrong = entry.asked() ? anotherTry(e.problem()) : Optional.empty();
                if (wrong.isEmpty()) {
                    return Optional.of(e.problem());
                }
            }
        }
    }

    private static Optional<PinProblem> anotherTry(Problem problem) {
        return problem instanceof PinProblem.PinWrong
                        || problem instanceof PinProblem.PasswordWrong
                        || problem instanceof PinProblem.PinFormat
                ? Optional.of((PinProblem) problem)
                : Optional.empty();
    }
}
