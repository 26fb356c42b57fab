// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Work that may take its time, away from the window's thread, and its end on that thread: there always is one. */
public record SlowWork(Executor work, Executor ui) {

    @FunctionalInterface
    public interface Step {

        /** @return what the window makes of it */
        Runnable go() throws ProblemException;
    }

    /** @param refused told why it came to nothing, a fault of ours too */
    public void run(Step step, Consumer<Problem> refused) {
        work.execute(() -> {
            try {
                ui.execute(step.go());
            } catch (ProblemException e) {
                ui.execute(() -> refused.accept(e.problem()));
            } catch (RuntimeException | Error fault) {
                // The window must not wait for what will never come: the person sees a code, the log gets the trace.
                ui.execute(() -> refused.accept(InternalFault.of(fault)));
                throw fault;
            }
        });
    }
}
