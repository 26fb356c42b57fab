// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.program.Segell;
import cat.segell.fixture.TestPdf;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been pending for a day is a warning, in words and in JSON. */
class QueueCommandTest {

    @TempDir
    private Path folder;

    private record Told(int status, String words) {}

    private Told run(String... words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                out,
                out,
                InputStream.nullInputStream(),
                folder,
                Map.of("LANG", "en"),
                false,
                new SystemPolicy(folder.resolve("etc/policy.json"), Set.of()),
                Optional.empty());
        String[] all = Stream.concat(
                        Stream.of(words),
                        Stream.of("--home", folder.resolve("home").toString()))
                .toArray(String[]::new);
        int status = Segell.run(all, terminal, (_, _) -> 0, _ -> {});
        return new Told(status, told.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void sign() throws Exception {
        TestPdf.pages(folder.resolve("acta.pdf"), 1);
        Files.writeString(folder.resolve("pin"), "1234");
        // Nobody answers there.
        String[] sign = {
            "sign",
            "acta.pdf",
            "--key",
            "practice:",
            "--pin-file",
            "pin",
            "--tsa",
            "http://127.0.0.1:9/",
            "--allow-private-network"
        };
        assertThat(run(sign).status()).isEqualTo(5);
    }

    private void wait(Duration time) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/batches/journal.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE pending SET since = since - " + time.toMillis()))
                    .isEqualTo(1);
        }
    }

    @Test
    void aDayIsNoWarning() throws Exception {
        wait(Duration.ofHours(23));
        assertThat(run("queue", "list").words()).contains("acta-signed.pdf").doesNotContain("Warning");
        assertThat(run("queue", "list", "--json").words()).contains("\"overdue\" : false");
    }

    @Test
    void moreThanADayIsOne() throws Exception {
        wait(Duration.ofHours(24).plusMinutes(1));
        Told list = run("queue", "list");
        assertThat(list.status()).isZero();
        assertThat(list.words())
                .contains("Warning: acta-signed.pdf has been waiting for more than 24 hours.", "queue forget");
        assertThat(run("queue", "list", "--json").words()).contains("\"overdue\" : true");
        Told tried = run("queue", "run");
        assertThat(tried.status()).isEqualTo(5);
        assertThat(tried.words()).contains("Warning: acta-signed.pdf");
    }
}
