// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.dss.HostileCorpus.Expected;
import cat.segell.validation.dss.HostileCorpus.Family;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What can be done to any file: cut, flipped, called something else. */
final class HostileFiles {

    private HostileFiles() {}

    /** Cut at so many places, evenly. */
    static void cut(Family family, byte[] good, int times) {
        for (int i = 0; i < times; i++) {
            family.hostile(Arrays.copyOf(good, (int) ((long) good.length * i / times)));
        }
    }

    /** One bit each, at places that are the same each time. */
    static void flip(Family family, Expected expected, byte[] good, int from, int to, int times) {
        Random random = new Random(good.length);
        for (int i = 0; i < times; i++) {
            byte[] bad = good.clone();
            bad[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
            family.add(expected, bad);
        }
    }

    /** A name that promises another kind of file. */
    static void disguised(HostileCorpus corpus, List<byte[]> signed) {
        byte[] noise = new byte[64 * 1024];
        new Random(1).nextBytes(noise);
        for (String ending : List.of("pdf", "xml", "p7m", "json", "asice", "txt")) {
            Family family = corpus.family("disguised", ending);
            for (byte[] content : List.of(
                    new byte[0],
                    new byte[] {0},
                    new byte[] {'%', 'P', 'D', 'F', '-'},
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                    new byte[] {'P', 'K', 3, 4},
                    new byte[] {0x1f, (byte) 0x8b, 8, 0},
                    new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                    "<!DOCTYPE html><html><body>%PDF-1.7</body></html>".getBytes(StandardCharsets.UTF_8),
                    "<a/>".getBytes(StandardCharsets.UTF_16),
                    "{\"payload\":".getBytes(StandardCharsets.UTF_8),
                    noise)) {
                family.hostile(content);
            }
            // Good signatures under another name: whatever is said of them, nothing breaks.
            signed.forEach(content -> family.add(Expected.SURVIVED, content));
        }
    }
}
