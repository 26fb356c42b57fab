// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.EffortDesk;
import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.TestPdf;
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
    void signingAsksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        long one = desk.effort(1, (place, _, documents) -> sign(place, documents));
        long many = desk.effort(EffortDesk.DOCUMENTS, (place, _, documents) -> sign(place, documents));
        ToolEffort tool = desk.tool();
        System.err.printf(
                "commands to a card from segell sign: %d for one document, pkcs11-tool's %d; %.1f for each further one of %d, pkcs11-tool's %d%n",
                one, tool.lookingAndSigning(), (double) (many - one) / FURTHER, EffortDesk.DOCUMENTS, tool.signing());
        assertThat(one).isLessThanOrEqualTo(tool.most());
        assertThat(many - one).isEqualTo(FURTHER * ToolEffort.OURS_FOR_ANOTHER);
    }

    @Test
    void printsWhatASlowCardTakesFromASignatureToTheNext() throws Exception {
        System.err.printf(
                "from a signature of a slow card to the next, in segell sign: %s%n",
                desk.further((place, _, documents) -> sign(place, documents)));
    }

    private void sign(Path place, int documents) throws Exception {
        try (SessionRun run = new SessionRun(place)) {
            Files.createDirectory(place.resolve("home"));
            Files.writeString(
                    place.resolve("home/settings.json"), "{\"pkcs11Modules\": [\"" + PcscDaemon.OPENSC + "\"]}");
            Files.writeString(place.resolve("pin"), VirtualPivCard.PIN);
            for (int i = 0; i < documents; i++) {
                TestPdf.pages(Files.createDirectories(place.resolve("decrets")).resolve(i + ".pdf"), 1);
            }
            String socket = desk.daemon().environment().get("PCSCLITE_CSOCK_NAME");
            SessionRun.Outcome outcome =
                    run.run("PCSCLITE_CSOCK_NAME=" + socket + " segell --lang en sign decrets --pin-file pin");
            assertThat(outcome.status()).as(outcome.output()).isZero();
        }
    }
}
