// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import static cat.segell.ui.desk.Drivers.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.Setting;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.ui.desk.Drivers;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.signer.DriverStage.Changed;
import cat.segell.ui.signer.DriverStage.Idle;
import cat.segell.ui.signer.DriverStage.Looking;
import cat.segell.ui.signer.DriverStage.Offered;
import cat.segell.ui.signer.DriverStage.Refused;
import cat.segell.ui.signer.DriverStage.Taking;
import cat.segell.ui.signer.DriverStage.Trying;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class DriverModelTest {

    private final PlayedDesk desk = new PlayedDesk();
    private final SignersModel signers = new SignersModel(desk, Runnable::run, Runnable::run);
    private final DriverModel model = model(false, Runnable::run);
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final DriverModel slow = model(false, later::add);

    private DriverModel model(boolean locked, Executor work) {
        return new DriverModel(desk, signers, locked, work, Runnable::run);
    }

    private void workOff() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private static Optional<Path> file() {
        return Optional.of(FILE);
    }

    @Test
    void aFileThatIsNoDriverIsRefused() {
        model.add(DriverModelTest::file);
        assertThat(model.stage().get()).isEqualTo(new Refused(new DriverInvalid(FILE), true));
        model.accept();
        assertThat(desk.driversAdded()).isEmpty();
    }

    @Test
    void whereTheAdministratorDecidesNobodyIsAskedForAFile() {
        DriverModel locked = model(true, Runnable::run);
        locked.add(() -> {
            throw new AssertionError("asked for a file");
        });
        assertThat(locked.stage().get()).isEqualTo(new Refused(new SettingLocked(Setting.PKCS11_MODULES.key()), true));
    }

    @Test
    void nothingIsAddedBeforeThePersonHasSeenWhatItIs() {
        desk.driverFile(Drivers.tried(), People.clerk());
        model.add(DriverModelTest::file);
        assertThat(model.stage().get()).isEqualTo(new Offered(Drivers.tried()));
        model.close();
        assertThat(model.stage().get()).isInstanceOf(Idle.class);
        assertThat(desk.driversAdded()).isEmpty();
        assertThat(desk.looks()).isZero();
    }

    @Test
    void theCardsOfAnAddedDriverAreLookedForAtOnce() {
        desk.driverFile(Drivers.tried(), People.clerk());
        model.add(DriverModelTest::file);
        model.accept();
        assertThat(model.stage().get()).isInstanceOf(Idle.class);
        assertThat(desk.driversAdded()).containsExactly(FILE);
        assertThat(signers.chosen().get()).contains(People.clerk());
    }

    @Test
    void aDriverExchangedAfterItWasShownIsNotAdded() {
        desk.driverFile(Drivers.tried(), People.clerk());
        model.add(DriverModelTest::file);
        desk.driverFile(Drivers.tried(Drivers.changed(FILE, Path.of("/tmp/another.so"))));
        model.accept();
        assertThat(model.stage().get()).isEqualTo(new Refused(new DriverChanged(FILE), true));
        assertThat(desk.driversAdded()).isEmpty();
        assertThat(desk.looks()).isZero();
    }

    @Test
    void whoChoosesNoFileIsAskedNothing() {
        model.add(Optional::empty);
        assertThat(model.stage().get()).isInstanceOf(Idle.class);
    }

    /** Naming a file doesn't say that somebody has looked at what it became. */
    @Test
    void oneThatHasChangedIsLookedAtBeforeItIsLoaded() {
        desk.changedDriver(Drivers.changed()).driverFile(Drivers.tried(), People.clerk());
        model.add(DriverModelTest::file);
        assertThat(model.stage().get()).isEqualTo(new Changed(Drivers.changed(), true));
        assertThat(desk.driverAccepted()).isFalse();
        model.accept();
        assertThat(model.stage().get()).isEqualTo(new Offered(Drivers.tried()));
        model.accept();
        assertThat(desk.driversAdded()).containsExactly(FILE);
    }

    @Test
    void oneThatIsUsedAlreadyIsNotAddedWhenItsChangeIsAccepted() {
        desk.changedDriver(Drivers.changed());
        model.look(FILE);
        assertThat(model.stage().get()).isEqualTo(new Changed(Drivers.changed(), false));
        model.accept();
        assertThat(desk.driverAccepted()).isTrue();
        assertThat(desk.driversAdded()).isEmpty();
        assertThat(desk.looks()).isEqualTo(1);
    }

    @Test
    void oneThatIsGoneCannotBeDecidedOn() {
        model.look(FILE);
        assertThat(model.stage().get()).isEqualTo(new Refused(new DriverMissing(FILE), false));
    }

    @Test
    void whoDoesNotWaitAnyMoreIsShownNothing() {
        desk.driverFile(Drivers.tried());
        slow.add(DriverModelTest::file);
        assertThat(slow.stage().get()).isEqualTo(new Trying(FILE));
        slow.close();
        workOff();
        assertThat(slow.stage().get()).isInstanceOf(Idle.class);
    }

    /** What was decided is carried out: a window that said otherwise would lie. */
    @Test
    void whatIsBeingAddedCannotBeClosed() {
        desk.driverFile(Drivers.tried(), People.clerk());
        slow.add(DriverModelTest::file);
        workOff();
        slow.accept();
        slow.close();
        slow.look(FILE);
        slow.add(() -> {
            throw new AssertionError("asked for another file");
        });
        assertThat(slow.stage().get()).isEqualTo(new Taking(FILE, true));
        workOff();
        assertThat(slow.stage().get()).isInstanceOf(Idle.class);
        assertThat(signers.chosen().get()).contains(People.clerk());
    }

    @Test
    void aChangeThatIsBeingAcceptedCannotBeClosedAndIsTriedThen() {
        desk.changedDriver(Drivers.changed()).driverFile(Drivers.tried());
        slow.add(DriverModelTest::file);
        workOff();
        slow.accept();
        slow.close();
        assertThat(slow.stage().get()).isEqualTo(new Taking(FILE, true));
        workOff();
        assertThat(slow.stage().get()).isEqualTo(new Offered(Drivers.tried()));
    }

    @Test
    void aSecondPressAddsNothing() {
        desk.driverFile(Drivers.tried());
        slow.add(DriverModelTest::file);
        workOff();
        slow.accept();
        slow.accept();
        workOff();
        assertThat(desk.driversAdded()).containsExactly(FILE);
        assertThat(desk.looks()).isEqualTo(1);
    }

    @Test
    void aLookDoesNotTakeThePlaceOfWhatIsOffered() {
        desk.changedDriver(Drivers.changed(Path.of("/opt/other.so"), Path.of("/opt/other.so")))
                .driverFile(Drivers.tried());
        model.add(DriverModelTest::file);
        model.look(Path.of("/opt/other.so"));
        assertThat(model.stage().get()).isEqualTo(new Offered(Drivers.tried()));
    }

    @Test
    void aLookThatIsClosedOrOvertakenShowsNothing() {
        desk.changedDriver(Drivers.changed());
        slow.look(FILE);
        assertThat(slow.stage().get()).isEqualTo(new Looking(FILE));
        slow.close();
        workOff();
        assertThat(slow.stage().get()).isInstanceOf(Idle.class);
        slow.look(FILE);
        slow.add(() -> Optional.of(Path.of("/opt/none.so")));
        workOff();
        assertThat(slow.stage().get()).isEqualTo(new Refused(new DriverInvalid(Path.of("/opt/none.so")), true));
    }
}
