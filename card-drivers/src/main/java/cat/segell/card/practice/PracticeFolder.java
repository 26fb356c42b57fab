// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.PrivateFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Where the practice card lives. Whatever changes it happens under a lock that all processes of this home respect. */
record PracticeFolder(Path path) {

    /** A file lock belongs to the whole JVM: its threads need one of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final String SET = "set";
    private static final String NEW = "new";
    private static final String EARLIER = "earlier";
    private static final String OLD = "old";

    /** What is done under the lock. */
    @FunctionalInterface
    interface Task<T> {
        T run(Path set) throws IOException, ProblemException;
    }

    /** What fills a new folder. */
    @FunctionalInterface
    interface Filling {
        void fill(PrivateFolder folder) throws IOException, ProblemException;
    }

    Path set() {
        return path.resolve(SET);
    }

    <T> T locked(Task<T> task) throws ProblemException {
        THREADS.lock();
        try {
            PrivateFolder folder = PrivateFolder.at(path);
            Path lockFile = folder.resolve("lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return task.run(set());
            }
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(path), e);
        } finally {
            THREADS.unlock();
        }
    }

    /**
     * Puts a whole new set in place of the old one; under the lock. Killed in between, there is no set or a whole one. The old
     * authority's certificate stays: what was signed under it can still be checked.
     */
    void replace(Filling filling) throws IOException, ProblemException {
        delete(path.resolve(NEW));
        PrivateFolder made = PrivateFolder.at(path.resolve(NEW));
        filling.fill(made);
        keepAuthority();
        delete(path.resolve(OLD));
        if (Files.isDirectory(set())) {
            // In one step: half a set would be taken for a whole one.
            Files.move(set(), path.resolve(OLD), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(made.path(), set(), StandardCopyOption.ATOMIC_MOVE);
        delete(path.resolve(OLD));
    }

    private void keepAuthority() throws IOException {
        Path authority = PracticeSet.authorityFile(set());
        if (Files.isRegularFile(authority)) {
            byte[] content = Files.readAllBytes(authority);
            Path kept = PrivateFolder.at(path.resolve(EARLIER))
                    .resolve(DigestAlgorithm.SHA256.of(content).hex() + ".cer");
            Files.copy(authority, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Certificates of authorities that were replaced. */
    List<Path> earlier() throws ProblemException {
        if (!Files.isDirectory(path.resolve(EARLIER))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path.resolve(EARLIER))) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(path), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
