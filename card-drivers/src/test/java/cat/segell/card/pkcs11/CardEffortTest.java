// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.credential.OpenCredential;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many commands a card gets for what a person wants, counted on the card: a slow card takes its time for each. */
@Tag("system")
@Tag("privileged")
class CardEffortTest {

    private static final TestPki PKI = TestPki.create();

    private static final int OTHERS = 10;

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
    void asksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        Effort ours = ours();
        ToolEffort tool = ToolEffort.of(daemon, PKI, folder);
        System.err.printf(
                "commands to a card until the first signature: %d, pkcs11-tool's %d; for each of %d others: %.1f, pkcs11-tool's %d%n",
                ours.first(), tool.lookingAndSigning(), OTHERS, (double) ours.others() / OTHERS, tool.signing());
        assertThat(ours.first())
                .isLessThanOrEqualTo(Math.round(ToolEffort.MOST_FOR_THE_FIRST * tool.lookingAndSigning()));
        assertThat(ours.others())
                .isEqualTo(OTHERS * ToolEffort.OURS_FOR_ANOTHER)
                .isLessThan(OTHERS * tool.signing());
    }

    /**
     * @param first until the first signature is there
     * @param others for all that follow
     */
    private record Effort(long first, long others) {}

    private Effort ours() throws Exception {
        VirtualPivCard card = VirtualPivCard.employee(PKI);
        daemon.reader().insert(card);
        try (Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup());
                OpenCredential open = source.open(VirtualPivCard.signer(source), Person.entering(VirtualPivCard.PIN))) {
            assertThat(Signatures.fits(open)).isTrue();
            long first = card.history().commands();
            for (int i = 0; i < OTHERS; i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
            return new Effort(first, card.history().commands() - first);
        } finally {
            daemon.reader().remove();
        }
    }
}
