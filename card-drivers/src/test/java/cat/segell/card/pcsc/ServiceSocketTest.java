// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscNone;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSocketTest {

    @TempDir
    Path folder;

    private final PcscInMemory pcsc = new PcscInMemory();

    /** Who runs the tests may be root, to whom nothing is forbidden. */
    @Test
    void aSocketThatMayNotBeOpenedIsForbidden() throws Exception {
        Path file = Files.createFile(folder.resolve("pcscd.comm"));
        pcsc.stop(PcscCode.NO_SERVICE);
        assertThat(obstacle(new ServiceSocket(file, _ -> false))).contains(new PcscForbidden());
        assertThat(obstacle(new ServiceSocket(file, _ -> true))).contains(new PcscServiceDown());
    }

    /** The window and the list that is watched hear the same. */
    @Test
    void whoWatchesIsToldToo() throws Exception {
        Path file = Files.createFile(folder.resolve("pcscd.comm"));
        pcsc.stop(PcscCode.NO_SERVICE);
        Sightings sightings = new Sightings();
        try (ReaderWatch _ = ReaderWatch.start(new ServiceSocket(file, _ -> false).explaining(pcsc), sightings)) {
            assertThat(sightings.next().obstacle()).contains(new PcscForbidden());
            pcsc.start();
            assertThat(sightings.next().obstacle()).isEmpty();
        }
    }

    @Test
    void whereThereIsNoSocketNobodyForbidsAnything() {
        pcsc.stop(PcscCode.NO_SERVICE);
        assertThat(obstacle(new ServiceSocket(folder.resolve("none"), _ -> false)))
                .contains(new PcscServiceDown());
    }

    @Test
    void otherObstaclesAndReadersStayAsTheyAre() throws Exception {
        ServiceSocket socket = new ServiceSocket(Files.createFile(folder.resolve("pcscd.comm")), _ -> false);
        assertThat(obstacle(socket)).isEmpty();
        Pcsc none = socket.explaining(() -> {
            throw PcscFailure.unreachable(new PcscNone());
        });
        assertThat(ReaderWatch.look(none).obstacle()).contains(new PcscNone());
    }

    private Optional<Problem> obstacle(ServiceSocket socket) {
        return ReaderWatch.look(socket.explaining(pcsc)).obstacle();
    }

    @Test
    void liesWhereTheEnvironmentSays() {
        assertThat(ServiceSocket.of(Map.of("PCSCLITE_CSOCK_NAME", "/x/comm")).file())
                .isEqualTo(Path.of("/x/comm"));
        assertThat(ServiceSocket.of(Map.of()).file()).isEqualTo(Path.of("/run/pcscd/pcscd.comm"));
    }
}
