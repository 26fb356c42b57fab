// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.card.fixture.SoftHsm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What {@code segell sign} costs: whole processes with all that they start, beside a loop of plain EU DSS and beside the floor, in one
 * run, in turns; medians of the rounds.
 */
public final class BatchBench {

    static final String SEGELL = "SEGELL";
    static final String ONE_DOCUMENT = "ONE_DOCUMENT";
    private static final String KEY = "pkcs11:token=Bench?module-path=" + SoftHsm.module();

    private final Path folder;
    private final Path launcher;
    private final Map<String, String> environment;

    /** A folder on no disk. */
    private final Path memory;

    private BatchBench(Path folder, Path launcher, Map<String, String> environment, Path memory) {
        this.folder = folder;
        this.launcher = launcher;
        this.environment = environment;
        this.memory = memory;
    }

    /** @param arguments the launcher of an application that is built; {@code --json}; which cases, where not all */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path launcher = Path.of(words.removeFirst());
        boolean json = words.remove("--json");
        Path folder = Files.createTempDirectory("segell-bench");
        Path memory = Files.createTempDirectory(Path.of("/dev/shm"), "segell-bench");
        try {
            SoftHsm tokens = SoftHsm.in(Files.createDirectories(folder.resolve("hsm")));
            IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
            tokens.token("Bench").put(key, "01");
            Path _ = key.writePkcs12(keyFile(folder), SoftHsm.PIN);
            Files.writeString(folder.resolve("pin"), SoftHsm.PIN);
            BatchBench bench = new BatchBench(folder, launcher, tokens.environment(), memory);
            List<BatchFigures> figures = new ArrayList<>();
            for (BatchCase each : BatchCase.values()) {
                if (words.isEmpty() || words.contains(each.word())) {
                    figures.add(bench.measure(each));
                    say(figures.getLast().lines());
                }
            }
            if (json) {
                System.out.println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                figures.stream().map(BatchFigures::json).toList()));
            }
        } finally {
            delete(folder);
            delete(memory);
        }
    }

    private BatchFigures measure(BatchCase batch) throws IOException, InterruptedException {
        Path documents = batch.lay(Files.createDirectories(folder.resolve(batch.word())));
        Map<String, List<MeasuredProcess>> measured = new LinkedHashMap<>();
        // The first round fills the system's cache of files.
        for (int round = -1; round < batch.rounds(); round++) {
            for (Map.Entry<String, List<String>> each :
                    commands(batch, documents).entrySet()) {
                MeasuredProcess process = MeasuredProcess.succeeding(each.getValue(), environment);
                if (round >= 0) {
                    measured.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                            .add(process);
                }
                delete(folder.resolve("out"));
                delete(folder.resolve("work"));
            }
        }
        delete(documents);
        return BatchFigures.of(batch, measured);
    }

    /** What is measured in turns; what the first one took is set in relation to the others. */
    private Map<String, List<String>> commands(BatchCase batch, Path documents) throws IOException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        switch (batch) {
            case ONE -> commands.put(SEGELL, segell(documents, "pkcs12:" + keyFile(folder), "home"));
            case SLOW_CARD -> {
                commands.put(SEGELL, segell(documents, "practice:cloud", "home"));
                commands.put(ONE_DOCUMENT, segell(documents.resolve("document-0000.pdf"), "practice:cloud", "home"));
            }
            case JOURNAL -> {
                commands.put(SEGELL, segell(documents, KEY, "home"));
                commands.put("JOURNAL_IN_MEMORY", segell(documents, KEY, homeWithJournalInMemory()));
            }
            case SMALL_200, SMALL_800, MEDIUM_20, PAGES_5000, BIG_100, BIG_500 ->
                commands.put(SEGELL, segell(documents, KEY, "home"));
        }
        for (BatchLoop loop : batch.beside()) {
            commands.put(loop.name(), loop(loop, documents));
        }
        return commands;
    }

    /** Its journal alone lies in memory. */
    private String homeWithJournalInMemory() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home-memory"));
        Path batches = home.resolve("batches");
        if (!Files.exists(batches)) {
            Files.createSymbolicLink(batches, memory);
        }
        return home.getFileName().toString();
    }

    static Path keyFile(Path folder) {
        return folder.resolve("key.p12");
    }

    private List<String> segell(Path documents, String key, String home) {
        return List.of(
                launcher.toString(),
                "sign",
                documents.toString(),
                "--json",
                "--level",
                "B",
                "--key",
                key,
                "--pin-file",
                folder.resolve("pin").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--home",
                folder.resolve(home).toString());
    }

    private List<String> loop(BatchLoop loop, Path documents) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + folder.resolve("none.xml"),
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                BatchLoop.class.getName(),
                loop.name(),
                documents.toString(),
                folder.resolve("out").toString(),
                (loop == BatchLoop.PLAIN_DSS_KEY_FILE ? folder : folder.resolve("work")).toString());
    }

    private static void say(List<String> lines) {
        lines.forEach(System.err::println);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
