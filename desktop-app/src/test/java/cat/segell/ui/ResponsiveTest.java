// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.ui.desk.BatchDesk;
import cat.segell.ui.desk.Desks;
import cat.segell.ui.desk.SignDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A card that takes for ever to answer: the window goes on answering. Were it asked on the window's thread, nothing would. */
class ResponsiveTest extends AtRealWindow {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile boolean onTheWindowsThread;

    @Override
    SignDesk desk(Start start) {
        Wiring wiring = new Wiring(start);
        return new BatchDesk(
                Desks.keys(new NeverAnswers(), wiring.practiceCard()),
                new BatchDesk.Cards(
                        wiring.issuerRoutes(),
                        wiring.cards().pinChange(),
                        wiring.drivers(),
                        wiring.lastSigner(),
                        wiring.expiryNotices()),
                new NoBatches(),
                start.dirs().work(),
                InstantSource.system());
    }

    @Override
    void letGo() {
        answer.countDown();
    }

    @Test
    void aCardThatDoesNotAnswerHoldsUpNothingElse(FxRobot person) throws InterruptedException, TimeoutException {
        asked.await();
        assertThat(onTheWindowsThread).as("cards are asked elsewhere").isFalse();
        person.type(KeyCode.F1);
        robot.sees("#help-close");
        person.clickOn("#help-close");
        robot.nolongerSees("#help-close");
        assertThat(robot.words("#status")).isEqualTo("Buscant certificats");
        assertThat(answer.getCount()).as("still no answer").isOne();
        answer.countDown();
        robot.sees("#no-signer");
    }

    /** A driver with all the time in the world; on the window's thread it answers at once, or this test would never end. */
    private final class NeverAnswers implements CredentialSource {

        @Override
        public boolean serves(KeyReference reference) {
            return false;
        }

        @Override
        public Listing list() {
            onTheWindowsThread = Platform.isFxApplicationThread();
            asked.countDown();
            if (!onTheWindowsThread) {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Listing.NOTHING;
        }

        @Override
        public List<Credential> find(KeyReference reference, PinEntry entry) {
            return List.of();
        }

        @Override
        public OpenCredential open(Credential credential, PinEntry entry) {
            throw new IllegalStateException("nothing to open");
        }
    }

    private final class NoBatches implements BatchDesk.Batches {

        @Override
        public SignBatch of(BatchRequest request, Optional<AskedServices> asked) {
            throw new IllegalStateException("nothing to sign");
        }

        @Override
        public SqliteJournal journal() {
            return Desks.journal(folder);
        }

        @Override
        public void allowPrivateNetwork() {}

        @Override
        public boolean timestamps() {
            return false;
        }
    }
}
