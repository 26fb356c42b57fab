// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.app.TriedDriver;
import cat.segell.app.settings.Setting;
import cat.segell.card.admission.DriverFile;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.ui.desk.DriverDesk;
import cat.segell.ui.signer.DriverStage.Changed;
import cat.segell.ui.signer.DriverStage.Idle;
import cat.segell.ui.signer.DriverStage.Offered;
import cat.segell.ui.signer.DriverStage.Refused;
import cat.segell.ui.signer.DriverStage.Trying;
import cat.segell.ui.system.SlowWork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A card's driver that waits for the person's word: one that is another file than before, or one that they point at. It is taken
 * as it was shown, or not at all.
 */
public final class DriverModel {

    private final DriverDesk desk;
    private final SignersModel signers;
    private final boolean locked;
    private final SlowWork work;
    private final ReadOnlyObjectWrapper<DriverStage> stage = new ReadOnlyObjectWrapper<>(this, "stage", new Idle());

    /** @param locked whether the administrator decides which drivers there are */
    public DriverModel(DriverDesk desk, SignersModel signers, boolean locked, Executor work, Executor ui) {
        this.desk = desk;
        this.signers = signers;
        this.locked = locked;
        this.work = new SlowWork(work, ui);
    }

    public ReadOnlyObjectProperty<DriverStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** A driver that has changed, for the person to decide on. */
    public void look(Path module) {
        work.run(
                () -> {
                    DriverFile file = desk.driver(module);
                    return () -> stage.set(new Changed(file, false));
                },
                problem -> stage.set(new Refused(problem, false)));
    }

    /** @param file asked for it where the person may add one at all; empty where they cancel */
    public void add(Supplier<Optional<Path>> file) {
        if (locked) {
            stage.set(new Refused(new SettingLocked(Setting.PKCS11_MODULES.key()), true));
        } else {
            file.get().ifPresent(this::tryOut);
        }
    }

    private void tryOut(Path module) {
        Trying trying = new Trying(module);
        stage.set(trying);
        work.run(
                () -> {
                    DriverStage next = tried(module);
                    return () -> unlessClosed(trying, next);
                },
                problem -> unlessClosed(trying, new Refused(problem, true)));
    }

    private DriverStage tried(Path module) throws ProblemException {
        try {
            return new Offered(desk.tryDriver(module));
        } catch (ProblemException e) {
            if (e.problem() instanceof DriverChanged) {
                return new Changed(desk.driver(module), true);
            }
            throw e;
        }
    }

    /** What the person doesn't wait for any more has no result. */
    private void unlessClosed(Trying trying, DriverStage next) {
        if (stage.get().equals(trying)) {
            stage.set(next);
        }
    }

    /** The person's word. Cards are looked for at once where it is used from now on. */
    public void accept() {
        switch (stage.get()) {
            case Changed(DriverFile file, boolean adding) ->
                work.run(
                        () -> {
                            desk.acceptDriver(file);
                            return adding ? () -> tryOut(file.named()) : this::taken;
                        },
                        problem -> stage.set(new Refused(problem, adding)));
            case Offered(TriedDriver driver) ->
                work.run(
                        () -> {
                            desk.addDriver(driver);
                            return this::taken;
                        },
                        problem -> stage.set(new Refused(problem, true)));
            case Idle _, Trying _, Refused _ -> {}
        }
    }

    private void taken() {
        close();
        signers.lookAgain();
    }

    /** Everything stays as it was. */
    public void close() {
        stage.set(new Idle());
    }
}
