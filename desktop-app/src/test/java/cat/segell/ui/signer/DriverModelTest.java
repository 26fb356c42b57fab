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
import cat.segell.ui.signer.DriverStage.Offered;
import cat.segell.ui.signer.DriverStage.Refused;
import cat.segell.ui.signer.DriverStage.Trying;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class DriverModelTest {

    private final PlayedDesk desk = new PlayedDesk();
    private final SignersModel signers = new SignersModel(desk, Runnable::run, Runnable::run);
    private final DriverModel model = model(false, Runnable::run);

    private DriverModel model(boolean locked, Executor work) {
        return new DriverModel(desk, signers, locked, work, Runnable::run);
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
        List<Runnable> later = new ArrayList<>();
        DriverModel slow = model(false, later::add);
        slow.add(DriverModelTest::file);
        assertThat(slow.stage().get()).isEqualTo(new Trying(FILE));
        slow.close();
        later.forEach(Runnable::run);
        assertThat(slow.stage().get()).isInstanceOf(Idle.class);
    }
}
