// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.resume;

import cat.segell.credential.Pin;
import cat.segell.credential.PinRequest;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.ui.desk.BrokenOff;
import cat.segell.ui.desk.JournalDesk;
import cat.segell.ui.desk.TakenUp;
import cat.segell.ui.pin.Attempts;
import cat.segell.ui.pin.PinModel;
import cat.segell.ui.system.SlowWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which batches were broken off, and the way back to them. */
public final class ResumeModel {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeModel.class);

    private final JournalDesk desk;
    private final SlowWork work;
    private final PinModel password;
    private final Consumer<TakenUp> signs;
    private final ReadOnlyObjectWrapper<List<BrokenOff>> offers =
            new ReadOnlyObjectWrapper<>(this, "offers", List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
    private final ReadOnlyBooleanWrapper taking = new ReadOnlyBooleanWrapper(this, "taking");
    private boolean later;

    /**
     * @param password asked for where the key of a batch is in a file
     * @param signs what is done with one that was taken up
     */
    public ResumeModel(JournalDesk desk, SlowWork work, PinModel password, Consumer<TakenUp> signs) {
        this.desk = desk;
        this.work = work;
        this.password = password;
        this.signs = signs;
    }

    /** Newest first; nothing once the person wants none of them now. */
    public ReadOnlyObjectProperty<List<BrokenOff>> offers() {
        return offers.getReadOnlyProperty();
    }

    /** Why the newest can't be taken up. */
    public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether one is being taken up. */
    public ReadOnlyBooleanProperty taking() {
        return taking.getReadOnlyProperty();
    }

    /** Looks what there is. A journal that can't be read is told of when somebody signs. */
    public void look() {
        if (later) {
            return;
        }
        work.run(
                () -> {
                    List<BrokenOff> found = desk.brokenOff();
                    return () -> found(found);
                },
                why -> LOG.info("nobody knows what was broken off: {}", why.code()));
    }

    private void found(List<BrokenOff> found) {
        offers.set(later ? List.of() : found);
    }

    /** Not as long as this window is open. */
    public void later() {
        later = true;
        refusal.set(Optional.empty());
        offers.set(List.of());
    }

    public void forget(BrokenOff batch) {
        refusal.set(Optional.empty());
        work.run(
                () -> {
                    desk.forget(batch.id());
                    return this::look;
                },
                this::refused);
    }

    /** Does nothing while another one is being taken up. */
    public void takeUp(BrokenOff batch) {
        if (taking.get()) {
            return;
        }
        taking.set(true);
        refusal.set(Optional.empty());
        work.run(
                () -> {
                    TakenUp taken = opened(batch);
                    return () -> taken(taken);
                },
                this::refused);
    }

    private TakenUp opened(BrokenOff batch) throws ProblemException {
        return batch.keyFile()
                ? Attempts.until(password, entry -> desk.takeUp(batch.id(), entry))
                : desk.takeUp(batch.id(), ResumeModel::nobody);
    }

    /** Who signs is seen on every token without its PIN. */
    private static Pin nobody(PinRequest request) throws ProblemException {
        throw new ProblemException(new PinMissing());
    }

    private void taken(TakenUp taken) {
        password.close();
        taking.set(false);
        offers.set(List.of());
        signs.accept(taken);
    }

    private void refused(Problem why) {
        password.close();
        taking.set(false);
        refusal.set(Optional.of(why).filter(problem -> !(problem instanceof PinCancelled)));
    }
}
