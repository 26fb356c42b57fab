// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.Rounds;
import cat.segell.notary.log.FailingDisk.End;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MemoryTree;
import cat.segell.problem.LedgerProblem.LogUnwritable;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens at whatever moment, the log opens again and goes on with one history. */
class CrashTest {

    private static final int WHOLE = Integer.MAX_VALUE;

    @TempDir
    private Path home;

    private int copies;

    /** @param before entries that are safely in the log; 0 for no log at all */
    private Path freshCopy(int before) throws Exception {
        Path base = home.resolve("base-" + before);
        if (before > 0 && !Files.exists(base)) {
            TestLog.open(base, FailingDisk.never()).append(TestLog.entries(0, before));
        }
        Path copy = home.resolve("copy-" + copies++);
        if (before > 0) {
            TestLog.copy(base, copy);
        }
        return copy;
    }

    private FailingDisk undisturbed(int before, int added) throws Exception {
        FailingDisk counting = FailingDisk.never();
        TestLog.open(freshCopy(before), counting).append(TestLog.entries(before, added));
        return counting;
    }

    private void stopAt(End end, int operation, int cut, int before, int added) throws Exception {
        Path folder = freshCopy(before);
        TilesLog dying = TestLog.open(folder, new FailingDisk(end, operation, cut));
        var append = assertThatThrownBy(() -> dying.append(TestLog.entries(before, added)));
        switch (end) {
            case KILLED, POWER_CUT -> append.isInstanceOf(FailingDisk.Died.class);
            case REFUSED ->
                append.isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(LogUnwritable.class));
        }
        goesOn(folder, before, added);
    }

    private void goesOn(Path folder, int before, int added) throws ProblemException {
        // A reader that comes before the next writer sees the one state or the other.
        long seen = TestLog.open(folder).status().map(LogStatus::size).orElse(0L);
        assertThat(seen).isIn((long) before, (long) before + added);
        TilesLog again = TestLog.open(folder, FailingDisk.never());
        int next = 1_000_000;
        long first = again.append(TestLog.entries(next, 3)).firstIndex();
        assertThat(first).isIn((long) before, (long) before + added).isGreaterThanOrEqualTo(seen);
        MemoryTree expected = new MemoryTree();
        TestLog.entries(0, (int) first).forEach(entry -> expected.add(entry.value()));
        TestLog.entries(next, 3).forEach(entry -> expected.add(entry.value()));
        LogStatus status = again.status().orElseThrow();
        assertThat(status.root()).isEqualTo(expected.root(expected.size()).hex());
        again.audit(status.size());
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void stoppedAtAnyOperationOfTheFirstGroup(End end) throws Exception {
        int operations = undisturbed(0, 2).operations();
        assertThat(operations).isGreaterThan(20);
        for (int operation = 0; operation < operations; operation++) {
            stopAt(end, operation, WHOLE, 0, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void stoppedAtAnyOperationOfAGroupThatFillsATile(End end) throws Exception {
        int operations = undisturbed(250, 10).operations();
        for (int operation = 0; operation < operations; operation++) {
            stopAt(end, operation, 100, 250, 10);
        }
    }

    @Test
    void stoppedInTheMiddleOfAnyFile() throws Exception {
        var files = undisturbed(2, 1).created();
        assertThat(files).hasSize(4); // journal, bundle, tile, checkpoint
        for (var file : files.entrySet()) {
            for (int cut = 0; cut <= file.getValue(); cut += Rounds.of(3, 1)) {
                stopAt(End.KILLED, file.getKey(), cut, 2, 1);
            }
        }
    }

    /** Twice: while it recovers from the first time. */
    @Test
    void stoppedAgainWhileItRecovers() throws Exception {
        int operations = undisturbed(255, 2).operations();
        int step = Rounds.of(4, 1);
        for (int operation = 0; operation < operations; operation += step) {
            for (int second = 0; second < operations; second += step) {
                Path folder = freshCopy(255);
                powerCut(folder, operation, 2);
                powerCut(folder, second, 50);
                goesOnFrom(folder, 255, 307);
            }
        }
    }

    private static void powerCut(Path folder, int operation, int added) throws ProblemException {
        try {
            TestLog.open(folder, new FailingDisk(End.POWER_CUT, operation, WHOLE))
                    .append(TestLog.entries(255, added));
        } catch (FailingDisk.Died expected) {
            // A later operation of a longer or shorter recovery may not be reached.
            assertThat(folder).exists();
        }
    }

    private static void goesOnFrom(Path folder, long least, long most) throws ProblemException {
        TilesLog again = TestLog.open(folder, FailingDisk.never());
        long first = again.append(TestLog.entries(0, 1)).firstIndex();
        assertThat(first).isBetween(least, most);
        again.audit(first + 1);
    }

    @Test
    void aGroupIsCutOrRefusedWhole() {
        Group group = new Group(7, Hash.of(), TestLog.entries(0, 3));
        byte[] whole = group.bytes();
        assertThat(Group.parse(whole)).contains(group);
        for (int length = 0; length < whole.length; length++) {
            assertThat(Group.parse(Arrays.copyOf(whole, length))).isEmpty();
        }
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Group.parse(flipped)).isEmpty();
        }
    }
}
