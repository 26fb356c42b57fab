// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.terminal.Terminal;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.PolicyFixed;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of one command: its terminal and, once asked for, home, policy and settings. */
public final class Invocation {

    private final Terminal terminal;
    private final GlobalOptions options;
    private final WindowOpener window;
    private final Consumer<Path> log;
    private Out out;
    private @Nullable Start start;

    public Invocation(Terminal terminal, GlobalOptions options, Out out, WindowOpener window, Consumer<Path> log) {
        this.terminal = terminal;
        this.options = options;
        this.out = out;
        this.window = window;
        this.log = log;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Out out() {
        return out;
    }

    public WindowOpener window() {
        return window;
    }

    /**
     * @param triesPolicies whether {@code --policy} may take the place of the computer's own policy
     * @throws ProblemException a {@code SettingProblem} or {@code POLICY-FIXED}
     */
    Start start(boolean triesPolicies) throws ProblemException {
        if (start == null) {
            if (options.policy().isPresent()
                    && !triesPolicies
                    && terminal.policy().isThere()) {
                throw new ProblemException(new PolicyFixed(terminal.policy().file()));
            }
            start = Start.of(terminal, resolved(options.home()), resolved(options.policy()), options.language());
            out = out(start);
            AppDirs dirs = start.dirs();
            log.accept(dirs.logs());
            warnOfUnknownKeys(start);
        }
        return start;
    }

    private Out out(Start started) {
        return new Out(terminal, options, started.language());
    }

    private void warnOfUnknownKeys(Start started) {
        warnOfUnknownKeys(
                started.settings().unknownKeys(), started.dirs().settings().file());
        warnOfUnknownKeys(
                started.policy().unknownKeys(), started.policy().file().orElse(Path.of("")));
    }

    private void warnOfUnknownKeys(Iterable<String> keys, Path file) {
        for (String key : keys) {
            out.note(out.texts().text("setting.unknown", "key", key, "file", file));
        }
    }

    private Optional<Path> resolved(Optional<Path> path) {
        return path.map(terminal::resolve);
    }
}
