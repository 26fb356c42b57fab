// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.card.fixture.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in the memory of processes of Java.
 *
 * @param folder for copies of it
 */
record ProcessMemory(Path folder) {

    /** Below this lies the heap of a small JVM (HotSpot's compressed oops without a base), and nothing native. */
    private static final long LOW = 1L << 32;

    private static final int PART = 1 << 20;

    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** Java's heap, with what nobody refers to any more. */
    Path dump(long process) throws IOException {
        Path file = folder.resolve(process + ".hprof");
        Shell.run(folder, java("jcmd"), String.valueOf(process), "GC.heap_dump", "-all", file.toString());
        return file;
    }

    static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** The process lets nobody attach, so its memory is read from outside. */
    Path heap(long process) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process));
        Path file = folder.resolve(process + ".heap");
        try (RandomAccessFile memory = new RandomAccessFile(proc.resolve("mem").toFile(), "r");
                OutputStream heap = Files.newOutputStream(file)) {
            for (String line : Files.readAllLines(proc.resolve("maps"))) {
                String[] range = line.split("[ -]", 4);
                long begin = Long.parseUnsignedLong(range[0], 16);
                long end = Long.parseUnsignedLong(range[1], 16);
                boolean anonymous = line.split(" +", -1).length < 6 || line.endsWith(" ");
                if (range[2].startsWith("rw") && anonymous && end <= LOW) {
                    copy(memory, begin, end, heap);
                }
            }
        }
        return file;
    }

    private static void copy(RandomAccessFile memory, long begin, long end, OutputStream to) throws IOException {
        memory.seek(begin);
        for (long left = end - begin; left > 0; left -= Math.min(left, PART)) {
            byte[] part = new byte[(int) Math.min(left, PART)];
            memory.readFully(part);
            to.write(part);
        }
    }

    static boolean holds(Path memory, String text) throws IOException {
        for (Charset form : FORMS) {
            if (holds(memory, text.getBytes(form))) {
                return true;
            }
        }
        return false;
    }

    /** Part by part, for it is larger than this JVM's own memory may be; what lies over a seam is looked at with the next part. */
    private static boolean holds(Path memory, byte[] wanted) throws IOException {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        String seam = "";
        try (InputStream in = Files.newInputStream(memory)) {
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                String seen = seam + new String(part, StandardCharsets.ISO_8859_1);
                if (seen.contains(text)) {
                    return true;
                }
                seam = seen.substring(Math.max(0, seen.length() - wanted.length));
            }
        }
        return false;
    }
}
