// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.CardClock;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many commands a card gets from the application's window with somebody at it, from its start or from the card's insertion
 * to the last signature, counted on the card.
 */
@Tag("system")
@Tag("privileged")
@Timeout(600)
class CardEffortInWindowTest {

    private static final TestPki PKI = TestPki.create();
    private static final int DOCUMENTS = 11;

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private int windows;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void theWindowAsksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        long one = signing(VirtualPivCard.employee(PKI), 1, false);
        long many = signing(VirtualPivCard.employee(PKI), DOCUMENTS, false);
        long inserted = signing(VirtualPivCard.employee(PKI), 1, true);
        ToolEffort tool = ToolEffort.of(daemon, PKI, folder);
        System.err.printf(
                "commands to a card from the window: %d for one document, %d where it is put in later, pkcs11-tool's %d; %.1f for each further one of %d%n",
                one, inserted, tool.lookingAndSigning(), (double) (many - one) / (DOCUMENTS - 1), DOCUMENTS);
        long most = Math.round(ToolEffort.MOST_FOR_THE_FIRST * tool.lookingAndSigning());
        assertThat(one).isLessThanOrEqualTo(most);
        assertThat(inserted).isLessThanOrEqualTo(most);
        assertThat(many - one).isEqualTo((DOCUMENTS - 1) * ToolEffort.OURS_FOR_ANOTHER);
    }

    @Test
    void printsWhatASlowCardTakesFromASignatureToTheNext() throws Exception {
        VirtualPivCard card = VirtualPivCard.employee(PKI);
        card.clock().slow(CardClock.SLOW_COMMAND, CardClock.SLOW_KEY);
        signing(card, DOCUMENTS, false);
        System.err.printf(
                "from a signature of a slow card to the next, in the window: %s%n",
                card.clock().further());
    }

    /** @param later whether the card comes when the window is there already */
    private long signing(VirtualPivCard card, int documents, boolean later) throws IOException {
        Path place = Files.createDirectory(folder.resolve("window-" + windows++));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            files.add(TestPdf.pages(place.resolve(i + ".pdf"), 1));
        }
        if (!later) {
            daemon.reader().insert(card);
        }
        String locked = "{\"pkcs11Modules\": [\"" + PcscDaemon.OPENSC + "\"], \"searchModules\": false}";
        try (WindowProcess window = WindowProcess.start(place, locked, daemon.environment(), files)) {
            if (later) {
                window.does("see no-signer");
                daemon.reader().insert(card);
                window.does("see signer");
            }
            window.does("click sign-button");
            window.entersPin(VirtualPivCard.PIN);
            window.does("see open-folder");
            assertThat(card.history().signatures()).isEqualTo(documents);
        } finally {
            daemon.reader().remove();
        }
        return card.history().commands();
    }
}
