// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running process and the thread that reads its answers. */
final class ModuleChild {

    /** A process pipe buffers this much; a filler of nearly this size overwrites it without passing it by. */
    private static final int PIPE_BUFFER = 8192;

    /** Put among the answers when there will be no more; frames are never empty. */
    private static final byte[] END = new byte[0];

    private final Process process;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

    ModuleChild(Process process, String name) {
        this.process = process;
        Thread.ofPlatform().daemon().name("answers of " + name).start(this::read);
        // A driver may leave a process of its own behind that keeps the pipe open.
        var _ = process.onExit().thenRun(() -> answers.add(END));
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            while (true) {
                answers.add(Frames.read(in));
            }
        } catch (IOException brokenOrEnded) {
            answers.add(END);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * @return nothing where there is no answer in time
     * @throws EOFException where there will be none
     */
    byte @Nullable [] exchange(byte[] message, Duration limit) throws IOException, InterruptedException {
        Frames.write(process.getOutputStream(), message);
        Frames.writeFiller(process.getOutputStream(), PIPE_BUFFER - 4);
        byte[] answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (answer != null && answer.length == 0) {
            throw new EOFException("the driver's process ended");
        }
        return answer;
    }

    void kill() {
        process.destroyForcibly();
    }

    void end(Duration patience) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
