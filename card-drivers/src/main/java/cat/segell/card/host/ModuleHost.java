// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One module in its own process: started when first asked, killed when it doesn't answer in time, started again with the next
 * question. One question at a time.
 */
public final class ModuleHost implements AutoCloseable {

    private final ModuleFile module;
    private final HostSetup setup;
    private @Nullable ModuleChild child;
    private long generation;

    public ModuleHost(ModuleFile module, HostSetup setup) {
        this.module = module;
        this.setup = setup;
    }

    public ModuleFile module() {
        return module;
    }

    /**
     * An answer, and which of this host's processes gave it: sessions die with theirs.
     */
    public record Reply(Answer answer, long process) {}

    /**
     * @return the answer; what the module itself refuses is an answer too
     * @throws ProblemException {@code DRIVER-HUNG} or {@code DRIVER-CRASHED}
     */
    public synchronized Reply ask(Question question) throws ProblemException {
        ModuleChild running = running();
        byte[] message = Messages.encode(question);
        try {
            return new Reply(answer(running, message, limit(question)), generation);
        } catch (IOException e) {
            stop();
            throw new ProblemException(new DriverCrashed(module.named()), e);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new ProblemException(new DriverCrashed(module.named()), e);
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    private Answer answer(ModuleChild running, byte[] message, Duration limit)
            throws IOException, InterruptedException, ProblemException {
        byte[] answer = running.exchange(message, limit);
        if (answer == null) {
            stop();
            throw new ProblemException(new DriverHung(module.named(), (int) limit.toSeconds()));
        }
        return Messages.answer(answer);
    }

    /**
     * Like {@link #ask(Question)}, for what was begun before.
     *
     * @param process as in the reply that it was begun with
     * @throws ProblemException {@code DRIVER-CRASHED} also where that process is gone
     */
    public synchronized Answer ask(Question question, long process) throws ProblemException {
        if (process != generation || child == null || !child.alive()) {
            throw new ProblemException(new DriverCrashed(module.named()));
        }
        return ask(question).answer();
    }

    private Duration limit(Question question) {
        return switch (question) {
            case Question.Look _, Question.About _, Question.Close _ -> setup.ordinaryLimit();
            case Question.Open _, Question.Sign _ -> setup.keyLimit();
        };
    }

    private ModuleChild running() throws ProblemException {
        if (child != null && child.alive()) {
            return child;
        }
        stop();
        try {
            generation++;
            child = new ModuleChild(
                    ModuleCommand.start(module, setup),
                    String.valueOf(module.real().getFileName()));
            return child;
        } catch (IOException e) {
            throw new ProblemException(new DriverCrashed(module.named()), e);
        }
    }

    /** The module may be in any state: its process is killed, and the next question starts another. */
    public synchronized void abandon() {
        stop();
    }

    private void stop() {
        if (child != null) {
            child.kill();
            child = null;
        }
    }

    /** Lets the process end by itself, which closes the module in order, and kills it if it won't. */
    @Override
    public synchronized void close() {
        if (child != null) {
            child.end(Duration.ofNanos(TimeUnit.SECONDS.toNanos(2)));
            child = null;
        }
    }
}
