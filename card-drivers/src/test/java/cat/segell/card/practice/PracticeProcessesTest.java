// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.CredentialId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeProcessesTest {

    @TempDir
    Path home;

    @Test
    void twoProcessesMakeOneCard() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            starts.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Start.class.getName(),
                            home.resolve("practice").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        Set<String> authorities = new HashSet<>();
        for (Process each : starts) {
            authorities.add(new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(each.waitFor()).isZero();
        }
        assertThat(authorities).singleElement().asString().hasSize(64);
    }

    /** What each process does. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) throws Exception {
            PracticeAuthority authority = new PracticeAuthority(Path.of(arguments[0]));
            System.out.print(CredentialId.sha256(authority.caCertificate()));
        }
    }
}
