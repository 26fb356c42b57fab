// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What signing PDFs with a key in memory costs, beside EU DSS with its defaults: the processor time of the process, its compiler and its
 * garbage collector among it. Small files: medians of rounds in which both take turns. Large: one file, in a process with little memory.
 */
public final class SignBench {

    private static final int ROUNDS = 5;
    private static final int SMALL_FILES = 200;

    private SignBench() {}

    /** @param arguments none; or {@code large}, a file, and a signer: signs it just once, in this process */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(
                Path.of(System.getProperty("bench.folder", System.getProperty("java.io.tmpdir"))), "segell-bench");
        try {
            KeyInMemory key = new KeyInMemory(key());
            if (arguments.length == 3) {
                one(PdfSigner.valueOf(arguments[2]), Path.of(arguments[1]), folder, key);
            } else {
                many(folder, key);
            }
        } finally {
            delete(folder);
        }
    }

    private static IssuedKey key() {
        return TestPki.create().signer(KeyKind.RSA_2048);
    }

    private static void one(PdfSigner signer, Path file, Path folder, KeyInMemory key) throws Exception {
        long processor = processor();
        long begun = System.nanoTime();
        Path signed = signer.sign(file, folder, key);
        say(String.format(
                Locale.ROOT,
                "%s: %d MB, %.2f s of processor, %.2f s, at most %d MB resident",
                signer,
                Files.size(signed) >> 20,
                (processor() - processor) / 1e9,
                (System.nanoTime() - begun) / 1e9,
                residentAtMost() >> 10));
    }

    private static void many(Path folder, KeyInMemory key) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < SMALL_FILES; number++) {
            files.add(BenchPdf.decree(folder.resolve("decree-" + number + ".pdf"), 2));
        }
        Map<PdfSigner, List<Double>> rounds = new EnumMap<>(PdfSigner.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (PdfSigner signer : PdfSigner.values()) {
                Path out = Files.createDirectory(folder.resolve(signer + "-" + round));
                long begun = processor();
                long wall = System.nanoTime();
                for (Path file : files) {
                    signer.sign(file, out, key);
                }
                double spent = (processor() - begun) / 1e6 / SMALL_FILES;
                rounds.computeIfAbsent(signer, _ -> new ArrayList<>()).add(spent);
                say(String.format(
                        Locale.ROOT,
                        "%d %s: %.2f ms of processor, %.2f ms a file",
                        round,
                        signer,
                        spent,
                        (System.nanoTime() - wall) / 1e6 / SMALL_FILES));
            }
        }
        rounds.forEach((signer, all) -> say(String.format(Locale.ROOT, "%s: %.2f ms a file", signer, median(all))));
    }

    /** A PDF of one stream that nothing packs any more, its cross-reference as a table or as a stream. */
    static Path large(Path file, long bytes, boolean table) throws IOException {
        StringBuilder head = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/SegellNoise 4 0 R>>")) {
            offsets.add(head.length());
            head.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        offsets.add(head.length());
        head.append("4 0 obj\n<</Length ").append(bytes).append(">>\nstream\n");
        String tail = "\nendstream\nendobj\n";
        long xref = head.length() + bytes + tail.length();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            Random random = new Random(1);
            byte[] noise = new byte[1 << 20];
            for (long left = bytes; left > 0; left -= noise.length) {
                random.nextBytes(noise);
                out.write(noise, 0, (int) Math.min(left, noise.length));
            }
            out.write(tail.getBytes(StandardCharsets.ISO_8859_1));
            out.write(table ? table(offsets) : stream(offsets, xref));
            out.write(("startxref\n" + xref + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return file;
    }

    private static byte[] table(List<Integer> offsets) {
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        offsets.forEach(offset -> table.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        return table.append("trailer\n<</Size 5/Root 1 0 R>>\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stream(List<Integer> offsets, long itself) {
        StringBuilder entries = new StringBuilder("000000000000ff");
        offsets.forEach(offset -> entries.append(String.format(Locale.ROOT, "01%010x00", offset)));
        entries.append(String.format(Locale.ROOT, "01%010x00>", itself));
        return ("5 0 obj\n<</Type/XRef/Size 6/Root 1 0 R/W[1 5 1]/Filter/ASCIIHexDecode/Length " + entries.length()
                        + ">>\nstream\n" + entries + "\nendstream\nendobj\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** @return kB, of Linux */
    private static long residentAtMost() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
