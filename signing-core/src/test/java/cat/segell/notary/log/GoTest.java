// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.notary.Metadata;
import cat.segell.notary.Metadata.Field;
import cat.segell.notary.Notary;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's transparency log library, which runs Go's own checksum database, reads our receipts and our log. */
@Tag("system")
class GoTest {

    @TempDir
    private static Path tools;

    private static Path check;

    @TempDir
    private Path home;

    private EmbeddedNotary notary;

    @BeforeAll
    static void build() throws Exception {
        check = tools.resolve("check");
        Path source = tools.resolve("check.go");
        try (InputStream program = Notary.class.getResourceAsStream("check.go")) {
            Files.write(source, Objects.requireNonNull(program).readAllBytes());
        }
        Answer built = run("go", "build", "-o", check.toString(), source.toString());
        assertThat(built.status()).as(built.text()).isZero();
    }

    private record Answer(int status, String text) {}

    private static Answer run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", "/usr/share/gocode");
        builder.environment().put("GOCACHE", tools.resolve("cache").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    @BeforeEach
    void open() {
        notary = new EmbeddedNotary(home.resolve("ledger"));
    }

    private static Digest document(int number) {
        return DigestAlgorithm.SHA256.of(("document " + number).getBytes(StandardCharsets.UTF_8));
    }

    private List<Receipt> record(int from, int count) throws Exception {
        Metadata metadata = Metadata.of(Map.of(Field.SERIES, "Decrets \"A\" àé€😀", Field.NUMBER, "17"));
        List<NotaryEntry> entries = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            entries.add(new NotaryEntry(document(i), i % 2 == 0 ? Metadata.NONE : metadata));
        }
        return notary.record(entries);
    }

    private Path file(byte[] receipt) throws Exception {
        return Files.write(Files.createTempFile(home, "receipt", ".tlog-proof"), receipt);
    }

    private String vkey() throws Exception {
        return notary.verifierKey().orElseThrow().vkey();
    }

    private Answer receipt(byte[] receipt, Digest document) throws Exception {
        return run(check.toString(), "receipt", vkey(), file(receipt).toString(), document.hex());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 1000})
    void acceptsReceiptsOfLogsOfAnySize(int size) throws Exception {
        List<Receipt> receipts = record(0, size);
        for (int index : new int[] {0, size / 3, size / 2, size - 1}) {
            byte[] receipt = receipts.get(index).proof();
            assertThat(receipt(receipt, document(index))).isEqualTo(new Answer(0, "good\n"));
            assertThat(receipt(receipt, document(index + 1)).status()).isEqualTo(1);
        }
    }

    @Test
    void refusesReceiptsThatWereChanged() throws Exception {
        byte[] good = record(0, 5).get(2).proof();
        String text = new String(good, StandardCharsets.UTF_8);
        assertThat(receipt(good, document(2)).status()).isZero();
        for (String wrong : List.of(
                text.replace("index 2", "index 3"),
                text.replace("\n5\n", "\n6\n"),
                changed(text, 3),
                changed(text, 5),
                changed(text, text.lines().toList().size() - 1))) {
            assertThat(wrong).isNotEqualTo(text);
            assertThat(receipt(wrong.getBytes(StandardCharsets.UTF_8), document(2))
                            .status())
                    .isEqualTo(1);
        }
    }

    /** Another character in the middle of a line. */
    private static String changed(String text, int line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String old = lines.get(line);
        int place = old.length() - 10;
        char other = old.charAt(place) == 'A' ? 'B' : 'A';
        lines.set(line, old.substring(0, place) + other + old.substring(place + 1));
        return String.join("\n", lines) + "\n";
    }

    @Test
    void readsTheTilesAndFollowsTheHistory() throws Exception {
        List<Path> receipts = new ArrayList<>();
        int recorded = 0;
        for (int group : new int[] {1, 2, 252, 1, 1, 400, 3}) {
            receipts.add(file(record(recorded, group).getLast().proof()));
            recorded += group;
        }
        List<String> command = new ArrayList<>(List.of(
                check.toString(), "tiles", vkey(), home.resolve("ledger").toString()));
        receipts.forEach(receipt -> command.add(receipt.toString()));
        assertThat(run(command.toArray(String[]::new))).isEqualTo(new Answer(0, "good\n"));
        Path tile = home.resolve("ledger/tile/0/000");
        byte[] content = Files.readAllBytes(tile);
        content[100] ^= 1;
        Files.write(tile, content);
        assertThat(run(command.toArray(String[]::new)).status()).isEqualTo(1);
    }
}
