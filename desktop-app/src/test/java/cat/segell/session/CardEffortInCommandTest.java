// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.CardClock;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many commands a card gets from {@code segell sign} as people run it, counted on the card. */
@Tag("system")
@Tag("privileged")
class CardEffortInCommandTest {

    private static final TestPki PKI = TestPki.create();
    private static final int DOCUMENTS = 11;

    @TempDir
    Path folder;

    private PcscDaemon daemon;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void signingAsksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        long one = signing(1);
        long many = signing(DOCUMENTS);
        ToolEffort tool = ToolEffort.of(daemon, PKI, folder);
        System.err.printf(
                "commands to a card from segell sign: %d for one document, pkcs11-tool's %d; %.1f for each further one of %d, pkcs11-tool's %d%n",
                one, tool.lookingAndSigning(), (double) (many - one) / (DOCUMENTS - 1), DOCUMENTS, tool.signing());
        assertThat(one).isLessThanOrEqualTo(Math.round(ToolEffort.MOST_FOR_THE_FIRST * tool.lookingAndSigning()));
        assertThat(many - one).isEqualTo((DOCUMENTS - 1) * ToolEffort.OURS_FOR_ANOTHER);
    }

    @Test
    void printsWhatASlowCardTakesFromASignatureToTheNext() throws Exception {
        VirtualPivCard card = VirtualPivCard.employee(PKI);
        card.clock().slow(CardClock.SLOW_COMMAND, CardClock.SLOW_KEY);
        signing(card, DOCUMENTS);
        System.err.printf(
                "from a signature of a slow card to the next, in segell sign: %s%n",
                card.clock().further());
    }

    private long signing(int documents) throws Exception {
        return signing(VirtualPivCard.employee(PKI), documents);
    }

    private long signing(VirtualPivCard card, int documents) throws Exception {
        daemon.reader().insert(card);
        Path place = Files.createDirectory(folder.resolve("of-" + documents));
        try (SessionRun run = new SessionRun(place)) {
            Files.createDirectory(place.resolve("home"));
            Files.writeString(
                    place.resolve("home/settings.json"), "{\"pkcs11Modules\": [\"" + PcscDaemon.OPENSC + "\"]}");
            Files.writeString(place.resolve("pin"), VirtualPivCard.PIN);
            for (int i = 0; i < documents; i++) {
                TestPdf.pages(Files.createDirectories(place.resolve("decrets")).resolve(i + ".pdf"), 1);
            }
            String socket = daemon.environment().get("PCSCLITE_CSOCK_NAME");
            SessionRun.Outcome outcome =
                    run.run("PCSCLITE_CSOCK_NAME=" + socket + " segell --lang en sign decrets --pin-file pin");
            assertThat(outcome.status()).as(outcome.output()).isZero();
        } finally {
            daemon.reader().remove();
        }
        assertThat(card.history().signatures()).isEqualTo(documents);
        return card.history().commands();
    }
}
