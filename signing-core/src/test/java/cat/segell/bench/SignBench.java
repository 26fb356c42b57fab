// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

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
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * {@code ./segell bench sign}: what signing PDFs with a key in memory costs, beside EU DSS with its defaults: the processor time of a process from its start to its end,
 * its compiler and its garbage collector among it. Small files: medians of rounds in which both take turns. Large: one file, in a process
 * of ours with little memory.
 */
public final class SignBench {

    private static final int ROUNDS = 3;
    private static final int SMALL_FILES = 200;
    private static final long LARGE = 500L << 20;

    private SignBench() {}

    /** @param arguments of no use here; or a signer, a folder and the files that it signs into that, in this process */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 2) {
            alone(
                    PdfSigner.valueOf(arguments[0]),
                    Path.of(arguments[1]),
                    Stream.of(arguments).skip(2).map(Path::of).toList());
            return;
        }
        Path folder = Files.createTempDirectory("segell-bench");
        try {
            many(folder);
            large(folder);
        } finally {
            delete(folder);
        }
    }

    /** In this process, which ends then. */
    private static void alone(PdfSigner signer, Path folder, List<Path> files) throws Exception {
        KeyInMemory key = new KeyInMemory(TestPki.create().signer(KeyKind.RSA_2048));
        long begun = System.nanoTime();
        for (Path file : files) {
            signer.sign(file, folder, key);
        }
        say(String.format(
                Locale.ROOT,
                "%.3f %.3f %d",
                processor() / 1e9,
                (System.nanoTime() - begun) / 1e9,
                residentAtMost() >> 10));
    }

    private static void many(Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < SMALL_FILES; number++) {
            files.add(BenchPdf.decree(folder.resolve("decree-" + number + ".pdf"), 2));
        }
        compare(SMALL_FILES + " files of 2 pages", folder, files, List.of(), ROUNDS);
    }

    private static void large(Path folder) throws Exception {
        for (boolean table : List.of(true, false)) {
            Path file = large(folder.resolve("large-" + table + ".pdf"), LARGE, table);
            compare(
                    "500 MB, its cross-reference a " + (table ? "table" : "stream"),
                    folder,
                    List.of(file),
                    List.of("-Xmx64m"),
                    1);
            Files.delete(file);
        }
    }

    private static void compare(String what, Path folder, List<Path> files, List<String> little, int rounds)
            throws Exception {
        Map<PdfSigner, List<Double>> processor = new EnumMap<>(PdfSigner.class);
        for (int round = 0; round < rounds; round++) {
            for (PdfSigner signer : PdfSigner.values()) {
                Path out = Files.createDirectory(folder.resolve(signer.name() + round));
                // EU DSS with its defaults holds the whole document in memory, several times.
                String said = process(signer, out, files, signer == PdfSigner.SEGELL ? little : List.of());
                String[] numbers = said.split(" ", -1);
                processor.computeIfAbsent(signer, _ -> new ArrayList<>()).add(Double.parseDouble(numbers[0]));
                say(String.format(
                        Locale.ROOT,
                        "%s, %s: %s s of processor, %s s, at most %s MB resident",
                        what,
                        signer,
                        numbers[0],
                        numbers[1],
                        numbers[2]));
                delete(out);
            }
        }
        double ours = median(Objects.requireNonNull(processor.get(PdfSigner.SEGELL)));
        double plain = median(Objects.requireNonNull(processor.get(PdfSigner.PLAIN_DSS)));
        say(String.format(Locale.ROOT, "%s: %.2f/%.2f s of processor, %.2f", what, ours, plain, ours / plain));
    }

    private static String process(PdfSigner signer, Path out, List<Path> files, List<String> flags) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SignBench.class.getName(),
                signer.name(),
                out.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + said);
        }
        return said;
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
