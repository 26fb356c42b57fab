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
import cat.segell.ui.signer.DriverStage.Looking;
import cat.segell.ui.signer.DriverStage.Offered;
import cat.segell.ui.signer.DriverStage.Refused;
import cat.segell.ui.signer.DriverStage.Taking;
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

    /** A driver that has changed, for the person to decide on. Nothing happens while another one waits for their word. */
    public void look(Path module) {
        if (!(stage.get() instanceof Idle)) {
            return;
        }
        Looking looking = new Looking(module);
        stage.set(looking);
        work.run(
                () -> {
                    DriverFile file = desk.driver(module);
                    return () -> unlessClosed(looking, new Changed(file, false));
                },
                problem -> unlessClosed(looking, new Refused(problem, false)));
    }

    /** @param file asked for it where the person may add one at all; empty where they cancel */
    public void add(Supplier<Optional<Path>> file) {
        if (stage.get() instanceof Taking) {
            return;
        }
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
    private void unlessClosed(DriverStage waiting, DriverStage next) {
        if (stage.get().equals(waiting)) {
            stage.set(next);
        }
    }

    /** The person's word, which counts once. Cards are looked for at once where it is used from now on. */
    public void accept() {
        switch (stage.get()) {
            case Changed(DriverFile file, boolean adding) ->
                take(new Taking(file.named(), adding), () -> {
                    desk.acceptDriver(file);
                    return adding ? () -> tryOut(file.named()) : this::taken;
                });
            case Offered(TriedDriver driver) ->
                take(new Taking(driver.file().named(), true), () -> {
                    desk.addDriver(driver);
                    return this::taken;
                });
            case Idle _, Looking _, Trying _, Taking _, Refused _ -> {}
        }
    }

    /** Only its own end leaves this stage, so that nobody is told of a driver that was added after they had gone. */
    private void take(Taking taking, SlowWork.Step word) {
        stage.set(taking);
        work.run(word, problem -> stage.set(new Refused(problem, taking.adding())));
    }

    private void taken() {
        stage.set(new Idle());
        signers.lookAgain();
    }

    /** Everything stays as it was, unless the person's word is just being carried out: then it is. */
    public void close() {
        if (!(stage.get() instanceof Taking)) {
            stage.set(new Idle());
        }
    }
}
