// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.EffortDesk;
import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.TestPdf;
import java.io.IOException;
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

    private static final int FURTHER = EffortDesk.DOCUMENTS - 1;

    @TempDir
    Path folder;

    private EffortDesk desk;

    @BeforeEach
    void start() {
        desk = new EffortDesk(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void theWindowAsksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        long one = desk.effort(1, (place, _, documents) -> sign(place, documents));
        long many = desk.effort(EffortDesk.DOCUMENTS, (place, _, documents) -> sign(place, documents));
        long inserted = desk.effortOfLate(1, this::signLate);
        ToolEffort tool = desk.tool();
        System.err.printf(
                "commands to a card from the window: %d for one document, %d where it is put in later, pkcs11-tool's %d; %.1f for each further one of %d%n",
                one, inserted, tool.lookingAndSigning(), (double) (many - one) / FURTHER, EffortDesk.DOCUMENTS);
        assertThat(one).isLessThanOrEqualTo(tool.most());
        assertThat(inserted).isLessThanOrEqualTo(tool.most());
        assertThat(many - one).isEqualTo(FURTHER * ToolEffort.OURS_FOR_ANOTHER);
    }

    @Test
    void printsWhatASlowCardTakesFromASignatureToTheNext() throws Exception {
        System.err.printf(
                "from a signature of a slow card to the next, in the window: %s%n",
                desk.further((place, _, documents) -> sign(place, documents)));
    }

    private void sign(Path place, int documents) throws IOException {
        try (WindowProcess window = window(place, documents)) {
            sign(window);
        }
    }

    private void signLate(Path place, VirtualPivCard card, int documents) throws IOException {
        try (WindowProcess window = window(place, documents)) {
            window.does("see no-signer");
            desk.daemon().reader().insert(card);
            window.does("see signer");
            sign(window);
        }
    }

    private static void sign(WindowProcess window) throws IOException {
        window.does("click sign-button");
        window.entersPin(VirtualPivCard.PIN);
        window.does("see open-folder");
    }

    private WindowProcess window(Path place, int documents) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            files.add(TestPdf.pages(place.resolve(i + ".pdf"), 1));
        }
        String locked = "{\"pkcs11Modules\": [\"" + PcscDaemon.OPENSC + "\"], \"searchModules\": false}";
        return WindowProcess.start(place, locked, desk.daemon().environment(), files);
    }
}
