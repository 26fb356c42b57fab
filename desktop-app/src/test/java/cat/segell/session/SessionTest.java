// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that need nothing but Segell, and that each says what it needs. */
class SessionTest {

    @TempDir
    Path folders;

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        return Sessions.tests(session -> session.needs().isEmpty(), folders);
    }

    @Test
    void aNameThatNoSessionHasIsNoSuccess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.named("bad-inptu"))
                .withMessageContaining("bad-inptu")
                .withMessageContaining("bad-input");
    }

    @Test
    void oneNameIsOneSession() throws IOException {
        assertThat(Sessions.named("token")).extracting(SessionFile::name).containsExactly("token");
        assertThat(Sessions.named("token,cards")).extracting(SessionFile::name).containsExactly("cards", "token");
    }

    @Test
    void needsAreWhatTheLauncherInstalls() throws IOException {
        Set<String> installed = new HashSet<>(Files.readAllLines(Path.of("../.ci/packages")));
        for (SessionFile session : Sessions.named("")) {
            assertThat(installed).as(session.name()).containsAll(session.packages());
        }
    }

    @Test
    void aSessionWithADaemonSaysThatItIsPrivileged() throws IOException {
        assertThat(Sessions.named(""))
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.privileged())
                        .as(session.name())
                        .isEqualTo(Files.readString(session.file()).contains("$ fixture readers ")));
    }
}
