// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.pin.Attempts;
import cat.segell.ui.pin.PinModel;
import cat.segell.ui.system.SlowWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Opening a key file: its password, and why it can't be opened. Who is in it can sign as long as the window is open. */
public final class KeyFileModel {

    private final SignDesk desk;
    private final SignersModel signers;
    private final SlowWork work;
    private final PinModel password;
    private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());

    public KeyFileModel(SignDesk desk, SignersModel signers, Executor work, Executor ui) {
        this.desk = desk;
        this.signers = signers;
        this.work = new SlowWork(work, ui);
        this.password = new PinModel(ui);
    }

    public PinModel password() {
        return password;
    }

    /** Why the file could not be opened, until the person has seen it. */
    public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public void dismissRefusal() {
        refusal.set(Optional.empty());
    }

    /** @param choose called where the file doesn't hold just one key that can sign: then the person decides */
    public void open(Path file, Runnable choose) {
        work.run(
                () -> {
                    List<SignerOption> inside = Attempts.until(password, entry -> desk.inKeyFile(file, entry));
                    return () -> opened(inside, choose);
                },
                this::refused);
    }

    private void opened(List<SignerOption> inside, Runnable choose) {
        password.close();
        signers.bring(inside);
        if (inside.stream().filter(option -> option.unfit().isEmpty()).count() != 1) {
            choose.run();
        }
    }

    private void refused(Problem problem) {
        password.close();
        refusal.set(Optional.of(problem).filter(why -> !(why instanceof PinProblem.PinCancelled)));
    }
}
