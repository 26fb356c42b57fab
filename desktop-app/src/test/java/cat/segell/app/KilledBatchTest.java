// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.journal.SqliteJournal;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Rounds;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is killed again and again, and taken up again each time, ends with one signed file for each document. */
class KilledBatchTest {

    private static final int DOCUMENTS = 60;

    /** 128 and SIGKILL. */
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @Test
    void eachDocumentIsSignedOnceHoweverOftenItIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        IssuedKey key = TestPki.create().signer(KeyKind.P256);
        Path keyFile = key.writePkcs12(folder.resolve("key.p12"), "secret");
        Files.writeString(folder.resolve("password"), "secret");
        Path pdf = TestPdf.pages(folder.resolve("one.pdf"), 1);
        int kills = 0;
        for (int batch = 1; kills < Rounds.of(20, 200); batch++) {
            Path documents = Files.createDirectory(folder.resolve("batch-" + batch));
            for (int i = 1; i <= DOCUMENTS; i++) {
                Files.copy(pdf, documents.resolve("acta-%02d.pdf".formatted(i)));
            }
            boolean died = isKilled(
                    start(List.of("sign", documents.toString(), "--key", "pkcs12:" + keyFile, "--level", "B")),
                    documents,
                    random);
            while (died) {
                kills++;
                died = isKilled(resume(), documents, random);
            }
            assertThat(names(documents))
                    .as("seed %d, batch %d, after %d kills", seed, batch, kills)
                    .containsExactlyElementsOf(Stream.iterate(1, i -> i <= DOCUMENTS, i -> i + 1)
                            .flatMap(i -> Stream.of("acta-%02d-signed.pdf".formatted(i), "acta-%02d.pdf".formatted(i)))
                            .toList());
        }
        System.out.println("killed " + kills + " times; seed " + seed);
    }

    private Process resume() throws Exception {
        String id = new SqliteJournal(
                        folder.resolve("home/batches"),
                        folder.resolve("home/native"),
                        Duration.ofDays(1),
                        InstantSource.system())
                .list()
                .getFirst()
                .id();
        return start(List.of("batch", "resume", id));
    }

    /** At a moment that nobody knows, once some documents more are signed. */
    private static boolean isKilled(Process process, Path documents, Random random) throws Exception {
        int signed = signed(documents) + random.nextInt(1, 20);
        while (process.isAlive() && signed(documents) < signed) {
            boolean _ = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        boolean _ = process.waitFor(random.nextInt(30_000), TimeUnit.MICROSECONDS);
        process.destroyForcibly();
        int status = process.waitFor();
        // Done; nothing was left to do; killed.
        assertThat(status).isIn(0, 2, KILLED);
        return status == KILLED;
    }

    private static int signed(Path documents) {
        return (int) names(documents).stream()
                .filter(name -> name.endsWith("-signed.pdf"))
                .count();
    }

    private static List<String> names(Path documents) {
        try (Stream<Path> files = Files.list(documents)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--pin-file", folder.resolve("password").toString()));
        return command(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        command.addAll(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        return new ProcessBuilder(command);
    }
}
