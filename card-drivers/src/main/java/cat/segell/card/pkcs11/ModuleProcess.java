// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.card.host.Frames;
import cat.segell.card.host.Messages;
import cat.segell.card.host.Question;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The child process of one PKCS#11 module. Questions come on standard input; where that ends, because the application closed
 * it or died, the process ends. All calls into the module are made by the main thread.
 */
public final class ModuleProcess {

    /** In the queue: no more questions. Frames are never empty. */
    private static final byte[] END = new byte[0];

    /** A module that doesn't finish in this time is left to its fate. */
    private static final long FAREWELL_MILLIS = 1500;

    private final BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
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
        byte[] message = questions.take();
        while (message.length > 0) {
            Question question = Messages.question(message);
            Arrays.fill(message, (byte) 0);
            Frames.write(answers, Messages.encode(answer(question)));
            message = questions.take();
        }
        finish();
    }

    private Answer answer(Question question) {
        try {
            if (module == null) {
                module = new Module(Cryptoki.load(path));
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
                questions.add(Frames.read(in));
            }
        } catch (IOException endedOrBroken) {
            questions.add(END);
            haltSoon();
        }
    }

    /** Whatever the main thread is stuck in. */
    private static void haltSoon() {
        try {
            Thread.sleep(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
