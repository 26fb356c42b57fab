// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Frames;
import cat.segell.card.wire.Messages;
import cat.segell.card.wire.Question;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The child process of one PKCS#11 module. Questions come on standard input; where that ends, because the application closed
 * it or died, the process ends. All calls into the module are made by the main thread.
 */
public final class ModuleProcess {

    /** A module that doesn't finish in this time is left to its fate. */
    private static final long FAREWELL_MILLIS = 1500;

    /** One at a time; an empty one means that there will be no more. */
    private final BlockingQueue<Optional<Question>> questions = new ArrayBlockingQueue<>(1);

    private final CurrentCall current = new CurrentCall();
    private final String path;
    private final OutputStream answers;
    private @Nullable Module module;

    private ModuleProcess(String path, OutputStream answers) {
        this.path = path;
        this.answers = answers;
    }

    /** @param arguments the module's path, and where answers go if not to standard output */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        OutputStream answers =
                arguments.length > 1 ? new FileOutputStream(arguments[1]) : new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        new ModuleProcess(arguments[0], answers).serve();
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("questions").start(this::listen);
        Optional<Question> question = questions.take();
        while (question.isPresent()) {
            say(answer(question.get()));
            question = questions.take();
        }
        finish();
    }

    /** Two threads speak: the one that works, and the one that tells where the other is. */
    private synchronized void say(Answer answer) throws IOException {
        Frames.write(answers, Messages.encode(answer));
    }

    private Answer answer(Question question) {
        try {
            if (module == null) {
                module = new Module(Cryptoki.load(path, current));
            }
            return module.answer(question);
        } catch (CryptokiFailure e) {
            return e.answer();
        } catch (IOException | UnsatisfiedLinkError e) {
            return new Answer.NotAModule();
        }
    }

    private void finish() {
        try {
            if (module != null) {
                module.finish();
            }
        } catch (CryptokiFailure leftToItself) {
            // There is nobody to tell any more.
        }
    }

    /** Unbuffered: no copy of a PIN stays behind. */
    private void listen() {
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            while (true) {
                take(Frames.read(in));
            }
        } catch (IOException endedOrBroken) {
            haltSoon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] message) throws IOException, InterruptedException {
        try {
            Question question = Messages.question(message);
            if (question instanceof Question.Where) {
                say(new Answer.At(current.name()));
            } else {
                questions.put(Optional.of(question));
            }
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    /** Whatever the main thread is stuck in. */
    private void haltSoon() {
        try {
            if (questions.offer(Optional.empty(), FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                Thread.sleep(FAREWELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
