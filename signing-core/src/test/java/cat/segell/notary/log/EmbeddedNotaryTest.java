// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.notary.Metadata;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.RecordState;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedNotaryTest {

    private static final Path FILE = Path.of("document.pdf");
    private static final Path RECEIPT = Path.of("document.pdf.tlog-proof");

    @TempDir
    private Path home;

    private Path folder;
    private EmbeddedNotary notary;

    @BeforeEach
    void open() {
        folder = home.resolve("ledger");
        notary = new EmbeddedNotary(folder);
    }

    private static Digest document(int number) {
        return DigestAlgorithm.SHA256.of(("document " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static List<NotaryEntry> entries(int from, int count) {
        List<NotaryEntry> entries = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            entries.add(new NotaryEntry(document(i), Metadata.NONE));
        }
        return entries;
    }

    private ReceiptReport verify(Digest document, Receipt receipt) throws ProblemException {
        List<LogVerifierKey> keys = notary.verifierKey().stream().toList();
        return new ReceiptVerifier(keys, Optional.empty()).verify(FILE, document, RECEIPT, receipt.proof());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 600})
    void everyReceiptOfABatchIsValidForItsDocumentOnly(int size) throws ProblemException {
        List<Receipt> receipts = notary.record(entries(0, size));
        assertThat(receipts).hasSize(size);
        for (int i = 0; i < size; i++) {
            ReceiptReport report = verify(document(i), receipts.get(i));
            assertThat(report.valid()).isTrue();
            assertThat(report.found().orElseThrow().index()).isEqualTo(i);
            assertThat(report.found().orElseThrow().treeSize()).isEqualTo(size);
        }
        assertThat(verify(document(size), receipts.getLast()).valid()).isFalse();
        assertThat(notary.verify().orElseThrow().size()).isEqualTo(size);
    }

    @Test
    void growsByGroupsOfAnySizeAcrossTiles() throws ProblemException {
        List<Receipt> receipts = new ArrayList<>();
        for (int group : new int[] {1, 254, 1, 1, 255, 256, 300, 3}) {
            // Another process each time, as far as the log can tell.
            receipts.addAll(new EmbeddedNotary(folder).record(entries(receipts.size(), group)));
            assertThat(notary.verify().orElseThrow().size()).isEqualTo(receipts.size());
        }
        for (int i = 0; i < receipts.size(); i++) {
            assertThat(receipts.get(i).index()).isEqualTo(i);
            assertThat(verify(document(i), receipts.get(i)).valid()).isTrue();
        }
    }

    @Test
    void tellsWhatWasRecorded() throws ProblemException {
        Metadata metadata = Metadata.of(Map.of(
                Metadata.Field.UNIT, "A09006146",
                Metadata.Field.SERIES, "Decrets \"d'alcaldia\" \\ 2026 · àé€😀",
                Metadata.Field.NUMBER, "17"));
        Receipt receipt =
                notary.record(List.of(new NotaryEntry(document(0), metadata))).getFirst();
        ReceiptReport.Found found = verify(document(0), receipt).found().orElseThrow();
        assertThat(found.metadata()).isEqualTo(metadata);
        assertThat(found.state()).isEqualTo(RecordState.RECORDED);
        assertThat(found.log())
                .isEqualTo(receipt.log())
                .isEqualTo(notary.status().orElseThrow().origin());
        assertThat(found.commitment()).matches("[0-9a-f]{64}");
    }

    @Test
    void recordsNothingForNobody() throws ProblemException {
        assertThat(notary.record(List.of())).isEmpty();
        assertThat(notary.status()).isEmpty();
        assertThat(notary.verifierKey()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    /** The log learns nothing: not even that two entries are of one document. */
    @Test
    void theSameDocumentTwiceLeavesNoTrace() throws Exception {
        List<NotaryEntry> twice =
                List.of(new NotaryEntry(document(0), Metadata.NONE), new NotaryEntry(document(0), Metadata.NONE));
        List<Receipt> first = notary.record(twice);
        List<Receipt> second = notary.record(twice);
        Set<String> commitments = new HashSet<>();
        for (Receipt receipt : Stream.concat(first.stream(), second.stream()).toList()) {
            commitments.add(verify(document(0), receipt).found().orElseThrow().commitment());
        }
        assertThat(commitments).hasSize(4);
        assertThat(storedHex()).doesNotContain(document(0).hex());
        commitments.forEach(commitment -> assertThat(stored()).contains(commitment));
    }

    private String stored() {
        try {
            return storedHex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String storedHex() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(HexFormat.of().formatHex(Files.readAllBytes(file))).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void onlyItsOwnerCanReadTheKey() throws Exception {
        notary.record(entries(0, 1));
        Path key = folder.resolve("private/key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private"))))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesNoPartialTileWhereTheFullOneIs() throws Exception {
        for (int i = 0; i < 10; i++) {
            notary.record(entries(0, 26));
        }
        assertThat(folder.resolve("tile/0/000")).isRegularFile();
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/0/001.p/4")).hasSize(4 * 32L);
        assertThat(folder.resolve("tile/entries/001.p/4")).hasSize(4 * 34L);
        assertThat(folder.resolve("tile/1/000.p/1")).hasSize(32);
        assertThat(folder.resolve("private/journal")).doesNotExist();
    }
}
