// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.PivHistory.Event;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pinchange.Pkcs11PinChange;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.ui.desk.BatchDesk;
import cat.segell.ui.desk.Desks;
import cat.segell.ui.desk.SignDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The PIN of a card behind PC/SC and OpenSC, changed in the window and counted on the card. */
@Tag("system")
@Tag("privileged")
class CardPinTest extends AtRealWindow {

    private static final String FRESH = "24680135";

    private Optional<PcscDaemon> daemon = Optional.empty();
    private Optional<Pkcs11Source> source = Optional.empty();
    private final VirtualPivCard card = VirtualPivCard.employee(TestPki.create());

    @Override
    SignDesk desk(Start start) {
        PcscDaemon service = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        daemon = Optional.of(service);
        service.reader().insert(card);
        Pkcs11Source tokens = Sources.of(List.of(PcscDaemon.OPENSC), service.setup());
        source = Optional.of(tokens);
        Wiring wiring = new Wiring(start);
        return new BatchDesk(
                Desks.keys(tokens, wiring.practiceCard()),
                new BatchDesk.Cards(
                        wiring.issuerRoutes(),
                        new Pkcs11PinChange(
                                () -> List.of(KnownModule.set(PcscDaemon.OPENSC)),
                                service.setup(),
                                Sources.UNTOLD,
                                CardKinds.UNKNOWN),
                        wiring.drivers(),
                        wiring.lastSigner(),
                        wiring.expiryNotices()),
                new Plain(tokens, start.dirs().work()),
                start.dirs().work(),
                InstantSource.system());
    }

    @Override
    void letGo() {
        source.ifPresent(Pkcs11Source::close);
        daemon.ifPresent(PcscDaemon::close);
    }

    private record Plain(Pkcs11Source tokens, Path work) implements BatchDesk.Batches {

        @Override
        public SignBatch of(BatchRequest request, Optional<AskedServices> asked) {
            return new SignBatch(tokens, new PadesSigner(List.of()), Optional.empty(), work);
        }

        @Override
        public SqliteJournal journal() {
            return Desks.journal(work);
        }

        @Override
        public void allowPrivateNetwork() {}

        @Override
        public boolean timestamps() {
            return false;
        }
    }

    private void fill(FxRobot person, String present) throws TimeoutException {
        robot.sees("#pin-present");
        person.write(present)
                .type(KeyCode.TAB)
                .write(FRESH)
                .type(KeyCode.TAB)
                .write(FRESH)
                .type(KeyCode.ENTER);
    }

    @Test
    void withoutThePinThePukLeadsToASignature(FxRobot person) throws Exception {
        copyInFileManagerAndPaste(person, TestPdf.pages(folder.resolve("decret.pdf"), 1));
        WindowRobot.waitFor(() -> robot.words("#chip").equals("Targeta a punt"));
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.clickOn("#pin-forgotten");
        robot.sees("#forgotten-puk");
        person.clickOn("#forgotten-puk");
        fill(person, VirtualPivCard.PUK);
        robot.sees("#new-pin-done");
        assertThat(card.history().count(Event.PIN_UNBLOCKED)).isEqualTo(1);
        assertThat(card.history().verifications()).as("PINs sent so far").isZero();
        person.type(KeyCode.ENTER);
        robot.sees("#pin");
        person.write(FRESH).type(KeyCode.ENTER);
        robot.sees("#result");
        assertThat(folder.resolve("decret-signed.pdf")).exists();
        assertThat(card.history().count(Event.PIN_REFUSED)).isZero();
    }

    @Test
    void aWrongPresentPinReachesTheCardOnce(FxRobot person) throws Exception {
        WindowRobot.waitFor(() -> robot.words("#chip").equals("Targeta a punt"));
        person.clickOn("#chip").clickOn("#card-change");
        fill(person, "999999");
        robot.sees("#pin-wrong");
        assertThat(card.history().verifications()).isEqualTo(1);
        fill(person, VirtualPivCard.PIN);
        robot.sees("#new-pin-done");
        assertThat(card.history().count(Event.PIN_CHANGED)).isEqualTo(1);
        assertThat(card.history().verifications()).isEqualTo(2);
    }
}
