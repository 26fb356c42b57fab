// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscNone;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSocketTest {

    private static final ReadersSnapshot DOWN = ReadersSnapshot.without(new PcscServiceDown());

    @TempDir
    Path folder;

    /** Who runs the tests may be root, to whom nothing is forbidden. */
    @Test
    void aSocketThatMayNotBeOpenedIsForbidden() throws Exception {
        Path file = Files.createFile(folder.resolve("pcscd.comm"));
        assertThat(new ServiceSocket(file, _ -> false).explained(DOWN).obstacle())
                .contains(new PcscForbidden());
        assertThat(new ServiceSocket(file, _ -> true).explained(DOWN)).isEqualTo(DOWN);
    }

    @Test
    void whereThereIsNoSocketNobodyForbidsAnything() {
        assertThat(new ServiceSocket(folder.resolve("none"), _ -> false).explained(DOWN))
                .isEqualTo(DOWN);
    }

    @Test
    void otherObstaclesAndReadersStayAsTheyAre() throws Exception {
        ServiceSocket socket = new ServiceSocket(Files.createFile(folder.resolve("pcscd.comm")), _ -> false);
        ReadersSnapshot none = ReadersSnapshot.without(new PcscNone());
        ReadersSnapshot empty = ReadersSnapshot.of(List.of());
        assertThat(socket.explained(none)).isEqualTo(none);
        assertThat(socket.explained(empty)).isEqualTo(empty);
    }

    @Test
    void liesWhereTheEnvironmentSays() {
        assertThat(ServiceSocket.of(Map.of("PCSCLITE_CSOCK_NAME", "/x/comm")).file())
                .isEqualTo(Path.of("/x/comm"));
        assertThat(ServiceSocket.of(Map.of()).file()).isEqualTo(Path.of("/run/pcscd/pcscd.comm"));
    }
}
