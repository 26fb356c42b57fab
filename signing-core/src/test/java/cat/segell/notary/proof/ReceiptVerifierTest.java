// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.notary.Metadata;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.note.Checkpoint;
import cat.segell.notary.note.LogKey;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.problem.LedgerProblem.LogUnknown;
import cat.segell.problem.LedgerProblem.ReceiptBroken;
import cat.segell.problem.LedgerProblem.ReceiptInvalid;
import cat.segell.problem.LedgerProblem.ReceiptMissing;
import cat.segell.problem.LedgerProblem.ReceiptOtherDocument;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.FileIsFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptVerifierTest {

    private static final Path FILE = Path.of("act.pdf");
    private static final Path RECEIPT = Path.of("act.pdf.tlog-proof");
    private static final Digest DOCUMENT = DigestAlgorithm.SHA256.of("the act".getBytes(UTF_8));
    private static final Digest OTHER = DigestAlgorithm.SHA256.of("another act".getBytes(UTF_8));
    private static final int INDEX = 5;

    private SampleLog log;
    private ReceiptExtra extra;
    private TlogProof good;

    @BeforeEach
    void record() throws ProblemException {
        log = new SampleLog();
        extra = SampleLog.extra(Hash.of(DOCUMENT));
        log.fill(INDEX).add(extra).fill(7);
        good = log.proof(INDEX, extra);
    }

    private ReceiptReport verify(Digest document, byte[] receipt) {
        return new ReceiptVerifier(List.of(log.verifier()), Optional.empty()).verify(FILE, document, RECEIPT, receipt);
    }

    private Optional<Problem> problemOf(byte[] receipt) {
        return verify(DOCUMENT, receipt).problem();
    }

    private Optional<Problem> problemOf(String receipt) {
        return problemOf(receipt.getBytes(UTF_8));
    }

    private static Optional<Problem> broken() {
        return Optional.of(new ReceiptBroken(RECEIPT));
    }

    private static Optional<Problem> invalid() {
        return Optional.of(new ReceiptInvalid(RECEIPT));
    }

    private String text() {
        return new String(good.bytes(), UTF_8);
    }

    @Test
    void acceptsTheReceiptOfItsDocument() {
        ReceiptReport report = verify(DOCUMENT, good.bytes());
        assertThat(report.valid()).isTrue();
        ReceiptReport.Found found = report.found().orElseThrow();
        assertThat(found.log()).isEqualTo(log.verifier().name());
        assertThat(found.index()).isEqualTo(INDEX);
        assertThat(found.treeSize()).isEqualTo(log.size());
        assertThat(found.metadata()).isEqualTo(Metadata.NONE);
    }

    @Test
    void refusesAnotherDocument() {
        assertThat(verify(OTHER, good.bytes()).problem()).contains(new ReceiptOtherDocument(FILE, RECEIPT));
    }

    /** The receipt says that it is of another document, but its nonce makes this one fit: both can't be. */
    @Test
    void refusesAnExtraThatContradictsItself() {
        ReceiptExtra lying = new ReceiptExtra(Hash.of(OTHER), extra.nonce(), extra.metadata());
        assertThat(problemOf(withExtra(lying.bytes()).bytes())).isEqualTo(invalid());
    }

    @Test
    void refusesMetadataThatWasChangedAfterwards() throws ProblemException {
        Metadata changed = Metadata.of(Map.of(Metadata.Field.NUMBER, "18"));
        ReceiptExtra lying = new ReceiptExtra(extra.document(), extra.nonce(), changed);
        assertThat(problemOf(withExtra(lying.bytes()).bytes())).isEqualTo(invalid());
    }

    private TlogProof withExtra(byte[] bytes) {
        return new TlogProof(Optional.of(bytes), good.index(), good.path(), good.checkpoint());
    }

    @Test
    void refusesExtrasThatAreNotOurs() {
        byte[] bytes = extra.bytes();
        assertThat(problemOf(withExtra(new byte[0]).bytes())).isEqualTo(broken());
        assertThat(problemOf(withExtra(Arrays.copyOf(bytes, 64)).bytes())).isEqualTo(broken());
        assertThat(problemOf(withExtra(Arrays.copyOf(bytes, 65)).bytes())).isEqualTo(broken());
        byte[] newer = bytes.clone();
        newer[0] = 2;
        assertThat(problemOf(withExtra(newer).bytes())).isEqualTo(broken());
        TlogProof none = new TlogProof(Optional.empty(), good.index(), good.path(), good.checkpoint());
        assertThat(problemOf(none.bytes())).isEqualTo(broken());
    }

    @Test
    void refusesMetadataInAnyOtherSpelling() {
        for (String json : List.of(
                "{} ",
                " {}",
                "{}{}",
                "[]",
                "null",
                "",
                "{",
                "{\"number\": \"1\"}",
                "{\"number\":1}",
                "{\"number\":\"\"}",
                "{\"number\":null}",
                "{\"number\":\"1\",\"number\":\"1\"}",
                "{\"series\":\"A\",\"number\":\"1\"}",
                "{\"number\":\"\\u0031\"}",
                "{\"secret\":\"1\"}",
                "{\"supersedes\":\"ABC\"}",
                "{\"number\":\"a\\u0000b\"}",
                "{\"number\":\"a\u202eb\"}",
                "[".repeat(5000))) {
            byte[] all = ByteBuffer.allocate(65 + json.getBytes(UTF_8).length)
                    .put(extra.bytes(), 0, 65)
                    .put(json.getBytes(UTF_8))
                    .array();
            assertThat(problemOf(withExtra(all).bytes())).as(json).isEqualTo(broken());
        }
    }

    @Test
    void cannotTellWithoutTheLogsKey() {
        ReceiptReport report = new ReceiptVerifier(List.of(LogKey.generate().verifier()), Optional.empty())
                .verify(FILE, DOCUMENT, RECEIPT, good.bytes());
        assertThat(report.problem()).contains(new LogUnknown(log.verifier().name()));
        assertThat(report.valid()).isFalse();
    }

    /** Wrong is wrong, whoever signed it. */
    @Test
    void refusesAnotherDocumentEvenWithoutTheLogsKey() {
        ReceiptReport report =
                new ReceiptVerifier(List.of(), Optional.empty()).verify(FILE, OTHER, RECEIPT, good.bytes());
        assertThat(report.problem()).contains(new ReceiptOtherDocument(FILE, RECEIPT));
    }

    @Test
    void refusesACheckpointThatAKnownLogDidNotSign() {
        LogVerifierKey twin = new LogVerifierKey(
                log.verifier().name(), LogKey.generate().verifier().publicKey());
        ReceiptReport report =
                new ReceiptVerifier(List.of(twin), Optional.empty()).verify(FILE, DOCUMENT, RECEIPT, good.bytes());
        assertThat(report.problem()).isEqualTo(invalid());
    }

    @Test
    void acceptsALogThatChangedItsKeyWhenBothAreKnown() {
        LogVerifierKey older = new LogVerifierKey(
                log.verifier().name(), LogKey.generate().verifier().publicKey());
        ReceiptReport report = new ReceiptVerifier(List.of(older, log.verifier()), Optional.empty())
                .verify(FILE, DOCUMENT, RECEIPT, good.bytes());
        assertThat(report.valid()).isTrue();
    }

    /** What is called this computer's own is told by its key: anybody can give a log its name. */
    @Test
    void tellsTheOwnLogByItsKey() throws ProblemException {
        LogVerifierKey key = log.verifier();
        LogVerifierKey twin =
                new LogVerifierKey(key.name(), LogKey.generate().verifier().publicKey());
        assertThat(isOwn(List.of(key), Optional.of(key))).isTrue();
        assertThat(isOwn(List.of(key), Optional.empty())).isFalse();
        assertThat(isOwn(List.of(key), Optional.of(twin))).isFalse();
        assertThat(isOwn(List.of(key, twin), Optional.of(twin))).isFalse();
        assertThat(isOwn(List.of(), Optional.of(key))).as("not believed").isFalse();
    }

    private boolean isOwn(List<LogVerifierKey> believed, Optional<LogVerifierKey> own) {
        return new ReceiptVerifier(believed, own)
                .verify(FILE, DOCUMENT, RECEIPT, good.bytes())
                .found()
                .orElseThrow()
                .ownLog();
    }

    /** A key vouches for the log of its name alone. */
    @Test
    void refusesACheckpointUnderAnotherLogsName() {
        Checkpoint real = Checkpoint.parse(good.checkpoint()).orElseThrow();
        Checkpoint renamed = new Checkpoint("other.example/log", real.size(), real.root());
        TlogProof receipt = new TlogProof(Optional.of(extra.bytes()), good.index(), good.path(), log.sign(renamed));
        assertThat(problemOf(receipt.bytes())).contains(new LogUnknown("other.example/log"));
    }

    /** Each checkpoint may be signed; a proof of one tree still doesn't lead to the other. */
    @Test
    void refusesTheProofOfOneHistoryUnderAnotherOfTheSameSize() throws ProblemException {
        log.fill(1);
        Checkpoint forked = new Checkpoint(log.verifier().name(), good.index() + 8, Hash.of(new byte[] {9}));
        TlogProof receipt = new TlogProof(Optional.of(extra.bytes()), good.index(), good.path(), log.sign(forked));
        assertThat(problemOf(receipt.bytes())).isEqualTo(invalid());
    }

    @Test
    void refusesAnIndexOutsideTheTree() {
        for (long index : new long[] {log.size(), log.size() + 1, Long.MAX_VALUE}) {
            TlogProof receipt = new TlogProof(good.extra(), index, good.path(), good.checkpoint());
            assertThat(problemOf(receipt.bytes())).isEqualTo(invalid());
        }
        assertThat(problemOf(text().replace("index 5", "index 9223372036854775808")))
                .isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5", "index " + "9".repeat(1000))))
                .isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5", "index -5"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5", "index 05"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5", "index +5"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5", "index "))).isEqualTo(broken());
    }

    @Test
    void refusesAnotherIndexInTheTree() {
        for (long index = 0; index < log.size(); index++) {
            TlogProof receipt = new TlogProof(good.extra(), index, good.path(), good.checkpoint());
            assertThat(problemOf(receipt.bytes()).isEmpty()).isEqualTo(index == INDEX);
        }
    }

    @Test
    void refusesPathsOfAnyOtherLength() {
        String hash = good.path().getFirst().base64() + "\n";
        assertThat(problemOf(text().replaceFirst("\n\n", "\n" + hash.replace("+", "\\+") + "\n")))
                .isEqualTo(invalid());
        assertThat(problemOf(text().replace(hash, ""))).isEqualTo(invalid());
        assertThat(problemOf(text().replace(hash, hash.repeat(64)))).isEqualTo(broken());
        List<Hash> longest = Collections.nCopies(63, Hash.of());
        TlogProof receipt = new TlogProof(good.extra(), good.index(), longest, good.checkpoint());
        assertThat(problemOf(receipt.bytes())).isEqualTo(invalid());
    }

    @Test
    void refusesReceiptsThatAreTooLarge() {
        assertThat(problemOf(new byte[TlogProof.MAX_LENGTH + 1])).isEqualTo(broken());
        assertThat(problemOf(text() + "\n".repeat(TlogProof.MAX_LENGTH))).isEqualTo(broken());
    }

    @Test
    void refusesOtherSpellingsOfTheSameReceipt() {
        String extraLine = text().lines().toList().get(1) + "\n";
        String first = text().lines().toList().getFirst() + "\n";
        String hash = good.path().getFirst().base64();
        assertThat(problemOf(text().replace("\n", "\r\n"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("\n", "\r"))).isEqualTo(broken());
        assertThat(problemOf("\ufeff" + text())).isEqualTo(broken());
        assertThat(problemOf("\n" + text())).isEqualTo(broken());
        assertThat(problemOf(first + text())).isEqualTo(broken());
        assertThat(problemOf(text().replace(extraLine, extraLine + extraLine))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5\n", "index 5\nindex 5\n"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5\n", "index 5\n\n"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5\n", "index 5 \n"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("index 5\n" + hash, hash + "\nindex 5")))
                .isEqualTo(broken());
        assertThat(problemOf(text().replace(hash, hash.substring(0, 43)))).isEqualTo(broken());
        assertThat(problemOf(text().replace(hash, hash.substring(0, 20) + "\n" + hash.substring(20))))
                .isEqualTo(broken());
        assertThat(problemOf(text().replace("proof@v1", "proof@v2"))).isEqualTo(broken());
        assertThat(problemOf(text().replace("\u2014", "-"))).isEqualTo(broken());
        assertThat(problemOf(text() + "\n")).isEqualTo(broken());
        assertThat(problemOf(text() + "more\n")).isEqualTo(broken());
        assertThat(problemOf(text().stripTrailing())).isEqualTo(broken());
        assertThat(problemOf("")).isEqualTo(broken());
    }

    /** The last sextet of a 32-byte value has two bits to spare: base64 that sets them is another text, not another value. */
    @Test
    void refusesBase64WithSpareBits() {
        String hash = good.path().getFirst().base64();
        char last = hash.charAt(42);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        String other = hash.substring(0, 42) + alphabet.charAt(alphabet.indexOf(last) + 1) + "=";
        assertThat(Base64.getDecoder().decode(other))
                .isEqualTo(good.path().getFirst().value());
        assertThat(problemOf(text().replace(hash, other))).isEqualTo(broken());
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = good.bytes();
        for (int length = 0; length < whole.length; length++) {
            assertThat(verify(DOCUMENT, Arrays.copyOf(whole, length)).valid())
                    .as("cut at %d", length)
                    .isFalse();
        }
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] whole = good.bytes();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verify(DOCUMENT, flipped).valid()).as("bit %d", bit).isFalse();
        }
    }

    @Property(tries = 500)
    void neverAcceptsNorFailsOnNoise(@ForAll byte[] noise) {
        ReceiptReport report = new ReceiptVerifier(List.of(), Optional.empty()).verify(FILE, DOCUMENT, RECEIPT, noise);
        assertThat(report.problem()).isEqualTo(broken());
    }

    @Property(tries = 500)
    void neverFailsOnLinesThatLookRight(@ForAll("lines") List<String> lines) {
        byte[] receipt = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        ReceiptReport report =
                new ReceiptVerifier(List.of(), Optional.empty()).verify(FILE, DOCUMENT, RECEIPT, receipt);
        assertThat(report.valid()).isFalse();
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> lines() {
        String hash = Hash.of().base64();
        return net.jqwik.api.Arbitraries.of(
                        "c2sp.org/tlog-proof@v1",
                        "extra AAAA",
                        "extra "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                SampleLog.extra(Hash.of()).bytes()),
                        "index 0",
                        "index 1",
                        hash,
                        "",
                        "log",
                        "1",
                        "9223372036854775807",
                        "\u2014 log AAAAAAA=")
                .list()
                .ofMaxSize(14)
                .map(lines -> {
                    List<String> started = new ArrayList<>(lines);
                    started.addFirst("c2sp.org/tlog-proof@v1");
                    return started;
                });
    }

    @Test
    void aProofIsWrittenAsItWasRead() {
        assertThat(TlogProof.parse(good.bytes())).contains(good);
        assertThat(TlogProof.parse(good.bytes()).orElseThrow().bytes()).isEqualTo(good.bytes());
    }

    @Test
    void readsReceiptsFromFiles(@TempDir Path folder) throws IOException {
        Path receipt = folder.resolve("a.tlog-proof");
        ReceiptVerifier verifier = new ReceiptVerifier(List.of(log.verifier()), Optional.empty());
        assertThat(verifier.verify(FILE, DOCUMENT, receipt).problem()).contains(new ReceiptMissing(receipt));
        assertThat(verifier.verify(FILE, DOCUMENT, folder).problem()).contains(new FileIsFolder(folder));
        Files.write(receipt, good.bytes());
        assertThat(verifier.verify(FILE, DOCUMENT, receipt).valid()).isTrue();
        Files.write(receipt, new byte[TlogProof.MAX_LENGTH * 2]);
        assertThat(verifier.verify(FILE, DOCUMENT, receipt).problem()).contains(new ReceiptBroken(receipt));
    }
}
