// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.merkle.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the tests of the log do again and again. */
final class TestLog {

    private TestLog() {}

    static TilesLog open(Path folder) {
        return open(folder, new Disk.Real());
    }

    static TilesLog open(Path folder, Disk disk) {
        return new TilesLog(folder, disk, Duration.ofSeconds(5));
    }

    static List<Hash> entries(int from, int count) {
        List<Hash> entries = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            entries.add(Hash.of(ByteBuffer.allocate(4).putInt(i).array()));
        }
        return entries;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Every file's content but the lock's, which is always empty. */
    static SortedMap<String, ByteBuffer> contents(Path folder) throws IOException {
        SortedMap<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        contents.remove(LogLock.FILE);
        return contents;
    }
}
