// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.notary.merkle.Hash;
import cat.segell.problem.LedgerProblem.LogDamaged;
import cat.segell.problem.LedgerProblem.LogUnwritable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that doesn't fit together is named, and left exactly as it is. */
class DamageTest {

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void grow() throws ProblemException {
        folder = home.resolve("ledger");
        TestLog.open(folder).append(TestLog.entries(0, 260));
        TestLog.open(folder).append(TestLog.entries(260, 10));
    }

    private void refusesAndLeavesAlone(ThrowingCallable action) throws IOException {
        var before = TestLog.contents(folder);
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new LogDamaged(folder)));
        assertThat(TestLog.contents(folder)).isEqualTo(before);
    }

    private void refusesToGrow() throws IOException {
        refusesAndLeavesAlone(() -> TestLog.open(folder).append(TestLog.entries(270, 1)));
    }

    private void flip(String name, int place) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve(name));
        content[place < 0 ? content.length + place : place] ^= 1;
        Files.write(folder.resolve(name), content);
    }

    private void link(String name) throws IOException {
        Path file = folder.resolve(name);
        Path away = home.resolve("elsewhere");
        Files.move(file, away);
        Files.createSymbolicLink(file, away);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkpoint", "vkey", "private/key", "tile/0/001.p/14", "tile/1/000.p/1", "tile/entries/001.p/14"
            })
    void whereAFileWasChangedCutLostOrLinked(String name) throws IOException {
        byte[] good = Files.readAllBytes(folder.resolve(name));
        flip(name, -3);
        refusesToGrow();
        Files.write(folder.resolve(name), Arrays.copyOf(good, good.length - 1));
        if (!name.equals("vkey")) { // its last byte is a line end
            refusesToGrow();
        }
        Files.write(folder.resolve(name), Arrays.copyOf(good, good.length + 1));
        refusesToGrow();
        Files.delete(folder.resolve(name));
        refusesToGrow();
        Files.write(folder.resolve(name), good);
        link(name);
        refusesToGrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile", "tile/0", "tile/0/001.p", "tile/entries", "private"})
    void whereAFolderIsALink(String name) throws IOException {
        link(name);
        refusesToGrow();
    }

    @Test
    void theCheckpointIsSignedInEveryBit() throws IOException {
        int length = Files.readAllBytes(folder.resolve("checkpoint")).length;
        for (int place = 0; place < length; place++) {
            flip("checkpoint", place);
            assertThatThrownBy(() -> TestLog.open(folder).status()).isInstanceOf(ProblemException.class);
            flip("checkpoint", place);
        }
        assertThatThrownBy(() -> TestLog.open(folder).audit(271)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theAuditFindsWhatTheRightEdgeDoesNotShow() throws Exception {
        for (String name : new String[] {"tile/0/000", "tile/entries/000"}) {
            flip(name, 40);
            assertThat(TestLog.open(folder).status()).isPresent();
            refusesAndLeavesAlone(() -> TestLog.open(folder).audit(270));
            flip(name, 40);
        }
        TestLog.open(folder).audit(270);
    }

    @Test
    void anOldCheckpointThatWasPutBackIsNoNewBeginning() throws Exception {
        byte[] old = Files.readAllBytes(folder.resolve("checkpoint"));
        TestLog.open(folder).append(TestLog.entries(270, 5));
        Files.write(folder.resolve("checkpoint"), old);
        refusesToGrow();
    }

    @Test
    void anOldCheckpointIsNoticedAlsoWhereATileWasFilledSince() throws Exception {
        byte[] old = Files.readAllBytes(folder.resolve("checkpoint"));
        TestLog.open(folder).append(TestLog.entries(270, 300));
        Files.write(folder.resolve("checkpoint"), old);
        refusesToGrow();
    }

    @Test
    void aJournalOfAnotherLogIsNotFollowed() throws Exception {
        Group stray = new Group(3, Hash.of(), TestLog.entries(0, 1));
        Files.write(folder.resolve("private/journal"), stray.bytes());
        refusesToGrow();
        Files.write(folder.resolve("private/journal"), new byte[] {1, 2, 3});
        refusesToGrow();
    }

    @Test
    void tilesWithoutAKeyAreNoNewBeginning() throws Exception {
        Files.delete(folder.resolve("private/key"));
        Files.delete(folder.resolve("vkey"));
        Files.delete(folder.resolve("checkpoint"));
        refusesToGrow();
    }

    @Test
    void sweepsWhatACrashLeft() throws Exception {
        Path left = folder.resolve("private/left.part");
        Files.write(left, new byte[] {1});
        TestLog.open(folder).append(TestLog.entries(270, 1));
        assertThat(left).doesNotExist();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNoLog() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "not a folder");
        assertThatThrownBy(() -> TestLog.open(file).append(TestLog.entries(0, 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new LogUnwritable(file)));
        assertThat(Files.readString(Objects.requireNonNull(file))).isEqualTo("not a folder");
    }

    @Test
    void thePersonMayMoveTheFolderAndLinkIt() throws Exception {
        Path moved = home.resolve("moved");
        Files.move(folder, moved);
        Files.createSymbolicLink(folder, moved);
        assertThat(TestLog.open(folder).append(TestLog.entries(270, 1)).firstIndex())
                .isEqualTo(270);
    }
}
