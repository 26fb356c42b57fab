// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.card.admission.DriverFile;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.system.SlowWork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A card's driver that is another file than before: looked at by the person, and accepted as it was shown, or not at all. */
public final class DriverModel {

    private final SignDesk desk;
    private final SignersModel signers;
    private final SlowWork work;
    private final ReadOnlyObjectWrapper<Optional<DriverFile>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());

    public DriverModel(SignDesk desk, SignersModel signers, Executor work, Executor ui) {
        this.desk = desk;
        this.signers = signers;
        this.work = new SlowWork(work, ui);
    }

    /** The file to decide on. */
    public ReadOnlyObjectProperty<Optional<DriverFile>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Why there is nothing to decide, until the person has seen it. */
    public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public void look(Path module) {
        work.run(
                () -> {
                    DriverFile file = desk.driver(module);
                    return () -> shown.set(Optional.of(file));
                },
                this::refused);
    }

    /** The person's word; its cards are looked for at once. */
    public void accept() {
        shown.get()
                .ifPresent(file -> work.run(
                        () -> {
                            desk.acceptDriver(file);
                            return this::accepted;
                        },
                        this::refused));
    }

    private void accepted() {
        close();
        signers.lookAgain();
    }

    /** It stays as it was: not loaded. */
    public void close() {
        shown.set(Optional.empty());
        refusal.set(Optional.empty());
    }

    private void refused(Problem problem) {
        shown.set(Optional.empty());
        refusal.set(Optional.of(problem));
    }
}
