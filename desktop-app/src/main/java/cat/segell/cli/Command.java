// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.UsageInvalid;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: runs once, returns its exit status. */
public abstract class Command implements Callable<Integer> {

    private final Invocation invocation;

    /** What the parser knows of this command; it puts it here. */
    @Spec
    private @Nullable CommandSpec spec;

    protected Command(Invocation invocation) {
        this.invocation = invocation;
    }

    protected final Invocation invocation() {
        return invocation;
    }

    @Override
    public final Integer call() throws ProblemException {
        Start start = invocation.start(triesPolicies());
        return run(start, invocation.out());
    }

    /** Whether it only tells what a policy would do: then it takes any, also where the computer has its own. */
    protected boolean triesPolicies() {
        return false;
    }

    protected final CommandSpec spec() {
        return Objects.requireNonNull(spec, "not parsed");
    }

    /** In plain letters: what goes through {@link Out} can't steer the terminal. */
    protected final Help help() {
        return spec().commandLine().getHelpFactory().create(spec(), Help.defaultColorScheme(Help.Ansi.OFF));
    }

    /** {@code USAGE-INVALID} with a sentence of {@code cli_xx.properties}, which can name commands with {@code {segell}}. */
    public final ProblemException usage(String key, Map<String, ?> values) {
        Out out = invocation.out();
        Map<String, Object> all = new HashMap<>(values);
        all.put("segell", out.segell());
        return new ProblemException(unusable(out.texts().text(key, all)));
    }

    protected final UsageInvalid unusable(String detail) {
        return new UsageInvalid(detail, UsageWords.typed(spec()));
    }

    /** @return exit status */
    protected abstract int run(Start start, Out out) throws ProblemException;
}
