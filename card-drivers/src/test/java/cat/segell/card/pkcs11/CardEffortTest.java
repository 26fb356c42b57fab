// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.EffortDesk;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.ToolEffort;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.credential.OpenCredential;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many commands a card gets for what a person wants, counted on the card: a slow card takes its time for each. */
@Tag("system")
@Tag("privileged")
class CardEffortTest {

    private static final int OTHERS = EffortDesk.DOCUMENTS - 1;

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
    void asksLittleMoreOfACardThanTheDriversOwnTool() throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong all = new AtomicLong();
        long _ = desk.effort(EffortDesk.DOCUMENTS, (_, card, documents) -> {
            try (Pkcs11Source source =
                            Sources.of(List.of(PcscDaemon.OPENSC), desk.daemon().setup());
                    OpenCredential open =
                            source.open(VirtualPivCard.signer(source), Person.entering(VirtualPivCard.PIN))) {
                assertThat(Signatures.fits(open)).isTrue();
                first.set(card.history().commands());
                for (int i = 1; i < documents; i++) {
                    assertThat(Signatures.fits(open)).isTrue();
                }
                all.set(card.history().commands());
            }
        });
        long others = all.get() - first.get();
        ToolEffort tool = desk.tool();
        System.err.printf(
                "commands to a card until the first signature: %d, pkcs11-tool's %d; for each of %d others: %.1f, pkcs11-tool's %d%n",
                first.get(), tool.lookingAndSigning(), OTHERS, (double) others / OTHERS, tool.signing());
        assertThat(first.get()).isLessThanOrEqualTo(tool.most());
        assertThat(others).isEqualTo(OTHERS * ToolEffort.OURS_FOR_ANOTHER).isLessThan(OTHERS * tool.signing());
    }
}
