// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.FrameBroken;
import cat.segell.card.wire.Frames;
import cat.segell.card.wire.Messages;
import cat.segell.card.wire.Question;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running process and the thread that reads its answers. */
final class ModuleChild {

    /** A process pipe buffers this much; a filler of nearly this size overwrites it without passing it by. */
    private static final int PIPE_BUFFER = 8192;

    /** One to the question, one to {@link Question.Where}: who says more wants to fill our memory. */
    private static final int MOST_ANSWERS = 2;

    /** Put among the answers when there will be no more; frames are never empty. */
    private static final byte[] END = new byte[0];

    private final Process process;
    private final BlockingQueue<byte[]> answers = new ArrayBlockingQueue<>(MOST_ANSWERS);

    ModuleChild(Process process, String name) {
        this.process = process;
        Thread.ofPlatform().daemon().name("answers of " + name).start(this::read);
        // A driver may leave a process of its own behind that keeps the pipe open.
        var _ = process.onExit().thenRun(this::end);
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            while (answers.offer(Frames.read(in))) {
                // On to the next.
            }
        } catch (IOException brokenOrEnded) {
            // Told by the end mark.
        }
        // Nothing that comes after garbage or a flood can be believed.
        kill();
        end();
    }

    private synchronized void end() {
        while (!answers.offer(END)) {
            answers.poll();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * @return nothing where there is no answer in time
     * @throws EOFException where there will be none
     * @throws FrameBroken where there is one already
     */
    byte @Nullable [] exchange(byte[] message, Duration limit) throws IOException, InterruptedException {
        if (!answers.isEmpty()) {
            throw new FrameBroken("an answer before the question");
        }
        Frames.write(process.getOutputStream(), message);
        Frames.writeFiller(process.getOutputStream(), PIPE_BUFFER - 4);
        return next(limit);
    }

    private byte @Nullable [] next(Duration limit) throws IOException, InterruptedException {
        byte[] answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (answer != null && answer.length == 0) {
            throw new EOFException("the driver's process ended");
        }
        return answer;
    }

    /**
     * Asks a process that keeps us waiting where it is.
     *
     * @return nothing where it doesn't even tell that
     */
    @Nullable
    String place(Duration limit) throws InterruptedException {
        try {
            Frames.write(process.getOutputStream(), Messages.encode(new Question.Where()));
            byte[] answer = next(limit);
            return answer != null && Messages.answer(answer) instanceof Answer.At(String call) ? call : null;
        } catch (IOException goneOrGarbled) {
            return null;
        }
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
