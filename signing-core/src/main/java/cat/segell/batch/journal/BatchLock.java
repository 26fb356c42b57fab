// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.JournalUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** That one process writes down a batch, and no other. The system gives it back when the process ends, however it ends. */
final class BatchLock implements AutoCloseable {

    /** Of this process, which must not open them again: on POSIX, closing one of two channels of a file gives back its locks. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private BatchLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return absent where another one has it, in this process or elsewhere */
    static Optional<BatchLock> take(Path folder, String id) throws ProblemException {
        Path file = file(folder, id);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<BatchLock> taken = Optional.empty();
        try {
            taken = take(file);
            return taken;
        } catch (IOException e) {
            throw new ProblemException(new JournalUnusable(file), e);
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<BatchLock> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new BatchLock(file, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Whether somebody has it now. */
    static boolean isHeld(Path folder, String id) throws ProblemException {
        Path file = file(folder, id);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        Optional<BatchLock> free = take(folder, id);
        free.ifPresent(BatchLock::close);
        return free.isEmpty();
    }

    private static Path file(Path folder, String id) {
        return folder.toAbsolutePath().resolve(id + ".lock");
    }

    /** With the batch itself, for good. */
    void delete() throws ProblemException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(new JournalUnusable(file), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
