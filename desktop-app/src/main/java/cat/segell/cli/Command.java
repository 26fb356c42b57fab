// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.UsageInvalid;
import java.util.Map;
import java.util.concurrent.Callable;

/** A command: runs once, returns its exit status. */
abstract class Command implements Callable<Integer> {

    private final Invocation invocation;

    Command(Invocation invocation) {
        this.invocation = invocation;
    }

    Invocation invocation() {
        return invocation;
    }

    @Override
    public final Integer call() throws ProblemException {
        Start start = invocation.start(triesPolicies());
        return run(start, invocation.out());
    }

    /** Whether it only tells what a policy would do: then it takes any, also where the computer has its own. */
    boolean triesPolicies() {
        return false;
    }

    /** {@code USAGE-INVALID} with a sentence of {@code cli_xx.properties}. */
    final ProblemException usage(String key, Map<String, ?> values) {
        return new ProblemException(new UsageInvalid(invocation.out().texts().text(key, values)));
    }

    /** @return exit status */
    abstract int run(Start start, Out out) throws ProblemException;
}
