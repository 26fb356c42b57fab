// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that stops at a chosen operation: the process dies, the power goes, or the operation fails. It keeps its own account
 * of what is durable, so that it needs no real and slow one.
 */
final class FailingDisk implements Disk {

    /** How it ends. */
    enum End {
        /** The process is killed: what was done is there. */
        KILLED,
        /** The power goes: names that were not made durable are lost. */
        POWER_CUT,
        /** The operation fails, the process goes on. */
        REFUSED
    }

    /** Nothing catches it, as nothing catches a dying process. */
    static final class Died extends Error {}

    private record Undo(Path folder, Runnable action) {}

    private final Disk real = new Disk.Real();
    private final End end;
    private final int last;
    private final int cut;
    private final List<Undo> undurable = new ArrayList<>();
    private final SortedMap<Integer, Integer> created = new TreeMap<>();
    private int done;

    static FailingDisk never() {
        return new FailingDisk(End.KILLED, Integer.MAX_VALUE, 0);
    }

    /**
     * @param last number of operations that succeed
     * @param cut how many bytes of a file still get written, where the next operation is one
     */
    FailingDisk(End end, int last, int cut) {
        this.end = end;
        this.last = last;
        this.cut = cut;
    }

    /** So many operations were asked for. */
    int operations() {
        return done;
    }

    /** The operations that were files, with their lengths. */
    SortedMap<Integer, Integer> created() {
        return created;
    }

    private boolean fails() {
        return done++ == last;
    }

    private void fail() throws IOException {
        switch (end) {
            case KILLED -> throw new Died();
            case POWER_CUT -> {
                undurable.reversed().forEach(undo -> undo.action().run());
                throw new Died();
            }
            case REFUSED -> throw new IOException("No space left on device");
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        created.put(done, content.length);
        if (fails()) {
            Files.write(file, Arrays.copyOf(content, Math.min(cut, content.length)), StandardOpenOption.CREATE_NEW);
            fail();
        }
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (fails()) {
            fail();
        }
        undurable.add(restoring(to));
        real.rename(from, to);
    }

    @Override
    public void sync(Path folder) throws IOException {
        if (fails()) {
            fail();
        }
        undurable.removeIf(undo -> undo.folder().equals(folder));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        if (fails()) {
            fail();
        }
        boolean made = !Files.exists(folder);
        real.makeFolder(folder);
        if (made) {
            undurable.add(new Undo(parent(folder), () -> remove(folder)));
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        if (fails()) {
            fail();
        }
        if (Files.isRegularFile(file)) {
            undurable.add(restoring(file));
        } else if (Files.isDirectory(file)) {
            undurable.add(new Undo(parent(file), () -> file.toFile().mkdir()));
        }
        real.delete(file);
    }

    private static Undo restoring(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Undo(parent(file), () -> remove(file));
        }
        byte[] before = Files.readAllBytes(file);
        return new Undo(parent(file), () -> {
            try {
                Files.write(file, before);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** With all that is in it: what has no name is lost. */
    private static void remove(Path file) {
        try (Stream<Path> below = Files.walk(file)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
