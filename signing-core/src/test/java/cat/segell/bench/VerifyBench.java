// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustStore;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code ./segell bench verify}: what a verdict on a PDF costs, beside EU DSS with its defaults in the same run. Warm: the
 * processor time of the thread and what it allocates, medians of rounds in which both take turns. Cold: the processor time of {@code segell verify}
 * itself, of all its processes, and the time from its start to its end. Large: the most memory that a process for one file of 100 MB held.
 */
public final class VerifyBench {

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 9;
    private static final int IN_A_ROUND = 8;
    private static final int COLD_ROUNDS = 7;

    /** MB of heap for the large file. */
    private static final int SMALL_HEAP = 160;

    private final Path folder;
    private final X509Certificate root;
    private final Path rootFile;
    private final Path launcher;
    private boolean agreed = true;

    private VerifyBench(Path folder, X509Certificate root, Path launcher) {
        this.folder = folder;
        this.launcher = launcher;
        this.root = root;
        this.rootFile = IssuedKey.writePem(folder.resolve("root.pem"), root);
    }

    /**
     * @param arguments the launcher of an application that is built; or {@code once}, a verifier, a file and the root: verifies it just
     *     once, in this process
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 4 && arguments[0].equals("once")) {
            once(Verifier.valueOf(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            return;
        }
        Path folder = Files.createTempDirectory("segell-bench");
        try {
            TestPki pki = TestPki.create();
            IssuedKey signer = pki.signer(KeyKind.RSA_2048);
            VerifyBench bench = new VerifyBench(folder, pki.certificate(), Path.of(arguments[0]));
            try (TestTsa authority = TestTsa.start(pki)) {
                List<BenchPdf> files = BenchPdf.all(folder, signer, authority);
                bench.warm(files);
                bench.cold(files.getFirst());
            }
            bench.large(BenchPdf.large(folder, signer));
            if (!bench.agreed) {
                throw new IllegalStateException("of a good file they don't say the same");
            }
        } finally {
            delete(folder);
        }
    }

    private void warm(List<BenchPdf> files) throws ProblemException, IOException {
        say(String.format(
                Locale.ROOT,
                "%-52s %8s %16s %18s  %s",
                "warm, Segell beside plain EU DSS",
                "size",
                "processor",
                "allocation",
                "verdict"));
        for (BenchPdf file : files) {
            Map<Verifier, List<String>> said = new EnumMap<>(Verifier.class);
            for (Verifier verifier : Verifier.values()) {
                said.put(verifier, verifier.indications(file.file(), root, home()));
            }
            Map<Verifier, Cost> costs = costs(file.file());
            Cost ours = Objects.requireNonNull(costs.get(Verifier.SEGELL));
            Cost plain = Objects.requireNonNull(costs.get(Verifier.PLAIN_DSS));
            boolean same = Objects.equals(said.get(Verifier.SEGELL), said.get(Verifier.PLAIN_DSS));
            agreed &= same || !file.good();
            say(String.format(
                    Locale.ROOT,
                    "%-52s %5d kB %4.1f/%5.1f ms %.2f %5.1f/%5.1f MB %.2f  %s",
                    file.name(),
                    file.size() >> 10,
                    ours.milliseconds(),
                    plain.milliseconds(),
                    ours.milliseconds() / plain.milliseconds(),
                    ours.megabytes(),
                    plain.megabytes(),
                    ours.megabytes() / plain.megabytes(),
                    same ? String.valueOf(said.get(Verifier.SEGELL)) : said.toString()));
        }
    }

    private Map<Verifier, Cost> costs(Path file) throws ProblemException, IOException {
        for (int i = 0; i < WARM_UP; i++) {
            for (Verifier verifier : Verifier.values()) {
                verifier.indications(file, root, home());
            }
        }
        Map<Verifier, List<Cost>> rounds = new EnumMap<>(Verifier.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Verifier verifier : Verifier.values()) {
                rounds.computeIfAbsent(verifier, _ -> new ArrayList<>()).add(cost(verifier, file));
            }
        }
        Map<Verifier, Cost> medians = new EnumMap<>(Verifier.class);
        rounds.forEach((verifier, all) -> medians.put(
                verifier,
                new Cost(
                        median(all.stream().map(Cost::milliseconds).toList()),
                        median(all.stream().map(Cost::megabytes).toList()))));
        return medians;
    }

    /** Of one verification. */
    private record Cost(double milliseconds, double megabytes) {}

    private Cost cost(Verifier verifier, Path file) throws ProblemException, IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long time = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < IN_A_ROUND; i++) {
            verifier.indications(file, root, home());
        }
        return new Cost(
                (threads.getCurrentThreadCpuTime() - time) / 1e6 / IN_A_ROUND,
                (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / (1 << 20) / IN_A_ROUND);
    }

    private void cold(BenchPdf file) throws IOException, InterruptedException {
        List<String> verify = List.of(launcher.toString(), "verify", file.file().toString());
        List<String> ours = new ArrayList<>(verify);
        ours.addAll(List.of("--trust", rootFile.toString(), "--home", home().toString()));
        List<String> plain = once(Verifier.PLAIN_DSS, file.file(), List.of());
        List<MeasuredProcess> our = new ArrayList<>();
        List<MeasuredProcess> others = new ArrayList<>();
        // The first one may build it.
        MeasuredProcess.succeeding(ours);
        for (int round = 0; round < COLD_ROUNDS; round++) {
            our.add(MeasuredProcess.succeeding(ours));
            others.add(MeasuredProcess.succeeding(plain));
        }
        say("cold, ./segell verify and a process of plain EU DSS for one file (" + file.name() + "):");
        compare("processor time", "s", our, others, MeasuredProcess::processor);
        compare("from start to end", "s", our, others, MeasuredProcess::wall);
        compare("resident at most", "MB", our, others, measured -> measured.resident() / (double) (1 << 20));
    }

    private static void compare(
            String what,
            String unit,
            List<MeasuredProcess> our,
            List<MeasuredProcess> others,
            Function<MeasuredProcess, Double> figure) {
        double ourMedian = median(our.stream().map(figure).toList());
        double otherMedian = median(others.stream().map(figure).toList());
        say(String.format(
                Locale.ROOT,
                "    %-18s %.2f/%.2f %s, %.2f",
                what,
                ourMedian,
                otherMedian,
                unit,
                ourMedian / otherMedian));
    }

    private void large(BenchPdf file) throws IOException, InterruptedException {
        List<String> flags = List.of("-Xmx" + SMALL_HEAP + "m", "-XX:+UseSerialGC");
        String said = MeasuredProcess.succeeding(once(Verifier.SEGELL, file.file(), flags))
                .said();
        say(String.format(Locale.ROOT, "%s, %d MB of heap: %s", file.name(), SMALL_HEAP, said));
        agreed &= said.contains("TOTAL_PASSED");
    }

    private List<String> once(Verifier verifier, Path file, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), VerifyBench.class.getName()));
        command.addAll(List.of("once", verifier.name(), file.toString(), rootFile.toString()));
        return command;
    }

    private static void once(Verifier verifier, Path file, Path root) throws ProblemException, IOException {
        Path home = Files.createTempDirectory("segell-bench");
        try {
            List<String> said =
                    verifier.indications(file, TrustStore.read(List.of(root)).getFirst(), home);
            say(String.format(Locale.ROOT, "%s, at most %d MB resident", said, residentAtMost() >> 10));
        } finally {
            delete(home);
        }
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

    private Path home() {
        return folder.resolve("home");
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
