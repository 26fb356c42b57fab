// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.Main;
import cat.segell.app.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogFileTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PIN: 987654",
                "pin=987654",
                "pin-value=987654",
                "{\"pin\" : \"987654\"}",
                "the password is 987654",
                "Contrasenya: \"987654\"",
                "contraseña=987654",
                "holder 00987654T",
                "holder X0987654-L",
            })
    void masksWhatLooksLikeSecret(String line) {
        assertThat(SecretMask.mask(line)).doesNotContain("987654").contains("***");
    }

    @Test
    void keepsWhatHelpsTheHelpdesk() {
        String line = "TSA-UNREACHABLE at https://tsa.example/ after 15 s, pinned certificate 0123abcd, spinning";
        assertThat(SecretMask.mask(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUK-LOCKED: the PUK is locked",
                "The PUK is locked, too.",
                "The PIN is not correct. The signature was not made.",
                "the password is wrong",
            })
    void keepsWhatIsSaidOfASecret(String line) {
        assertThat(SecretMask.mask(line)).isEqualTo(line);
    }

    /** Whatever a secret looks like, and however it is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {"PIN: %s", "puk=%s", "{\"password\": \"%s\"}", "the PIN is %s", "contrasenya: '%s'", "PUK is: %s"
            })
    void masksEverySecret(String line) {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String secret = random.ints(4 + random.nextInt(12), '!', '~')
                    .filter(letter -> letter != '"' && letter != '\'')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            String masked = SecretMask.mask(line.formatted(secret + "x"));
            assertThat(masked).doesNotContain(secret + "x").contains("***");
        }
        for (String word : List.of("locked", "not", "wrong", "lockedbox", "not-known", "wrong1")) {
            assertThat(SecretMask.mask("password=" + word)).doesNotContain(word);
        }
        for (String word : List.of("lockedbox", "not-known", "wrong1", "secret")) {
            assertThat(SecretMask.mask("the password is " + word)).doesNotContain(word);
        }
    }

    /** In a process of its own: the log belongs to the whole process. */
    @Test
    void faultEndsWithStatus70AndItsTraceIsInTheLogOnly() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Faulty.class.getName(),
                        home.toString())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(70);
        assertThat(home.resolve("out")).content().isEmpty();
        assertThat(home.resolve("err"))
                .content()
                .contains("INTERNAL-FAULT", "IllegalStateException")
                .doesNotContain("987654", "\tat ");
        assertThat(log()).contains("IllegalStateException", "\tat ", "***").doesNotContain("987654");
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("log"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }

    /** What a programming error looks like from outside. */
    static final class Faulty {

        private Faulty() {}

        public static void main(String[] args) throws Exception {
            LogFile.open(AppDirs.in(Path.of(args[0])).make().logs());
            LoggerFactory.getLogger(Faulty.class).warn("PIN: 987654");
            Main.tellFaults(new String[] {"--lang", "en"}, Terminal.ofProcess());
            throw new IllegalStateException("password=987654");
        }
    }
}
