// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.card.admission.ModuleAdmission;
import cat.segell.card.admission.ModuleFile;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.FrameBroken;
import cat.segell.card.wire.Messages;
import cat.segell.card.wire.Question;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One module in its own process: started when first asked, killed when it doesn't answer in time, started again with the next
 * question. One question at a time.
 */
public final class ModuleHost implements AutoCloseable {

    /** For a process that is about to be killed to say where it is. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** For a module to close in order. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final long CKR_CRYPTOKI_NOT_INITIALIZED = 0x190;

    private final ModuleFile module;
    private final HostSetup setup;
    private final ModuleAdmission admission;
    private final List<ModuleAdmission.Admitted> untold = new ArrayList<>();
    private @Nullable ModuleChild child;
    private boolean loaded;
    private long generation;

    public ModuleHost(ModuleFile module, HostSetup setup) {
        this.module = module;
        this.setup = setup;
        this.admission = new ModuleAdmission(setup.folder(), setup.owners());
    }

    public ModuleFile module() {
        return module;
    }

    /**
     * An answer, and which of this host's processes gave it: sessions die with theirs.
     */
    public record Reply(Answer answer, long process) {}

    /**
     * @param cancellation kills the process: no module lets itself be stopped in another way
     * @return the answer; what the module itself refuses is an answer too
     * @throws ProblemException {@code DRIVER-HUNG}, also where this thread is interrupted, {@code DRIVER-CRASHED},
     *     {@code DRIVER-CHANGED}, {@code PIN-CANCELLED}, or what {@link ModuleFile#check} says of it now
     */
    public synchronized Reply ask(Question question, Cancellation cancellation) throws ProblemException {
        ModuleChild running = running();
        if (!loaded) {
            ModuleAdmission.Admitted admitted = admission.admit(module);
            if (admitted.notice().isPresent()) {
                untold.add(admitted);
            }
            Answer answer = exchange(running, new Question.Load(), cancellation);
            if (!(answer instanceof Answer.Done)) {
                return new Reply(answer, generation);
            }
            demandWhatWasAdmitted(admitted);
            loaded = true;
        }
        return new Reply(exchange(running, question, cancellation), generation);
    }

    /** Before it is asked anything, above all before it is given a PIN. */
    private void demandWhatWasAdmitted(ModuleAdmission.Admitted admitted) throws ProblemException {
        try {
            admission.demandUnchanged(module, admitted.bytes());
        } catch (ProblemException e) {
            stop();
            throw e;
        }
    }

    public Reply ask(Question question) throws ProblemException {
        return ask(question, new Cancellation());
    }

    /**
     * Like {@link #ask(Question, Cancellation)}, for what was begun before.
     *
     * @param process as in the reply that it was begun with
     * @throws ProblemException {@code DRIVER-CRASHED} also where that process is gone
     */
    public synchronized Answer ask(Question question, long process, Cancellation cancellation) throws ProblemException {
        if (process != generation || child == null || !child.alive()) {
            throw new ProblemException(new DriverCrashed(module.named()));
        }
        return exchange(child, question, cancellation);
    }

    /** What the person should know of this module. */
    public synchronized List<Problem> notices() {
        return untold.stream()
                .flatMap(admitted -> admitted.notice().stream())
                .distinct()
                .toList();
    }

    /** The same, once: whoever takes it tells it. */
    public synchronized List<Problem> takeNotices() {
        List<Problem> taken = notices();
        untold.forEach(this::told);
        untold.clear();
        return taken;
    }

    private void told(ModuleAdmission.Admitted admitted) {
        try {
            admission.told(module, admitted.bytes());
        } catch (ProblemException isToldAgain) {
            // Where nothing can be remembered.
        }
    }

    private ModuleChild running() throws ProblemException {
        if (child != null && child.alive()) {
            return child;
        }
        stop();
        try {
            generation++;
            ModuleChild started = new ModuleChild(
                    ModuleCommand.start(module, setup),
                    String.valueOf(module.real().getFileName()));
            child = started;
            return started;
        } catch (IOException e) {
            throw new ProblemException(new DriverCrashed(module.named()), e);
        }
    }

    private Answer exchange(ModuleChild running, Question question, Cancellation cancellation) throws ProblemException {
        byte[] message = Messages.encode(question);
        long begun = System.nanoTime();
        cancellation.during(running::kill);
        try {
            Answer answer = answer(running, message, setup.limits().of(question));
            if (!question.fits(answer)) {
                throw new FrameBroken("an answer to something else");
            }
            if (leavesDoubt(question, answer)) {
                stop();
            }
            return answer;
        } catch (IOException e) {
            stop();
            throw new ProblemException(
                    cancellation.cancelled() ? new PinCancelled() : new DriverCrashed(module.named()), e);
        } catch (InterruptedException e) {
            // Whoever interrupts has waited long enough.
            stop();
            Thread.currentThread().interrupt();
            int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            throw new ProblemException(new DriverHung(module.named(), Optional.empty(), seconds), e);
        } finally {
            cancellation.over();
            Arrays.fill(message, (byte) 0);
        }
    }

    private Answer answer(ModuleChild running, byte[] message, Duration limit)
            throws IOException, InterruptedException, ProblemException {
        byte[] answer = running.exchange(message, limit);
        if (answer == null) {
            Optional<String> call = Optional.ofNullable(running.place(LAST_WORDS));
            stop();
            throw new ProblemException(new DriverHung(module.named(), call, (int) limit.toSeconds()));
        }
        return Messages.answer(answer);
    }

    /** Where somebody may still be logged in, or the module has forgotten that it was started, only a new process helps. */
    private static boolean leavesDoubt(Question question, Answer answer) {
        return answer instanceof Answer.Failed failed
                && (question instanceof Question.Close || failed.code() == CKR_CRYPTOKI_NOT_INITIALIZED);
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
        loaded = false;
    }

    /** Lets the process end by itself, which closes the module in order, and kills it if it won't. */
    @Override
    public synchronized void close() {
        if (child != null) {
            child.end(FAREWELL);
            child = null;
        }
        loaded = false;
    }
}
