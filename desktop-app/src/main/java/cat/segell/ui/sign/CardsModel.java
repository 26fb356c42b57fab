// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.ui.pinchange.PinChangeModel;
import cat.segell.ui.pinchange.PinChangeStage;
import cat.segell.ui.run.BatchModel;
import cat.segell.ui.signer.SignersModel;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What is in the readers, and when to look for signers again: as cards come and go, never in the middle of a batch, and where a
 * card isn't any more what was seen of it; and once a day.
 */
public final class CardsModel {

    private final SignersModel signers;
    private final BatchModel batch;
    private final ReadOnlyObjectWrapper<Optional<ReadersSnapshot>> readers =
            new ReadOnlyObjectWrapper<>(this, "readers", Optional.empty());
    private final ObservableValue<Problem> missing = readers.map(CardsModel::missing);
    private final Supplier<LocalDate> today;
    private Optional<LocalDate> looked = Optional.empty();
    private boolean missed;

    CardsModel(SignersModel signers, BatchModel batch, PinChangeModel pinChange, InstantSource clock) {
        this.signers = signers;
        this.batch = batch;
        this.today = () -> LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        signers.looking().addListener(_ -> looked = Optional.of(today.get()));
        batch.phase().addListener(_ -> catchUp());
        batch.refusal().addListener((_, _, why) -> why.ifPresent(this::lookAtOther));
        batch.pin().locked().addListener((_, _, why) -> why.ifPresent(this::lookAtOther));
        pinChange.stage().addListener((_, _, now) -> lookAtChanged(now));
    }

    /** What was seen of a card before it locked, or wasn't there any more, isn't true now. */
    private void lookAtOther(Problem why) {
        if (why instanceof KeyProblem || why instanceof TokenLocked || why instanceof PukLocked) {
            signers.lookAgain();
        }
    }

    private void lookAtChanged(PinChangeStage now) {
        if (now instanceof PinChangeStage.Done || now instanceof PinChangeStage.Failed) {
            signers.lookAgain();
        }
    }

    /** Nothing until readers were seen for the first time. */
    public ReadOnlyObjectProperty<Optional<ReadersSnapshot>> readers() {
        return readers.getReadOnlyProperty();
    }

    /** What is missing where no certificate was found: on the way from the readers' service to a driver, the first thing. */
    public ObservableValue<Problem> missing() {
        return missing;
    }

    private static Problem missing(Optional<ReadersSnapshot> seen) {
        Problem first = seen.isPresent() ? seen.get().finding().orElseGet(DriverNone::new) : new CardNone();
        // Without a card there are other ways, which a missing card says nothing of.
        return first instanceof CardNone ? new KeyNone(first) : first;
    }

    /** Whether the readers can't be asked at all. */
    boolean unavailable() {
        return readers.get().filter(seen -> seen.obstacle().isPresent()).isPresent();
    }

    /** Told by the watch, on the window's thread. */
    public void seen(ReadersSnapshot now) {
        Optional<ReadersSnapshot> before = readers.get();
        readers.set(Optional.of(now));
        if (before.filter(now::hasOtherThan).isPresent()) {
            // Whether it is the batch's own card, its key tells.
            batch.pause().goOn();
        }
        // What was there at the start is found by the look that the window begins with.
        if (before.filter(known -> !now.sameCards(known)).isPresent()) {
            missed = true;
            catchUp();
        }
    }

    /** A person has come back to the window: some things are told once a day, and it may have been open since yesterday. */
    public void returned() {
        if (looked.filter(day -> !day.equals(today.get())).isPresent()) {
            missed = true;
            catchUp();
        }
    }

    private void catchUp() {
        if (missed && !batch.busy()) {
            missed = false;
            signers.lookAgain();
        }
    }

    /** The reader that a token is in; nothing for tokens that are in none, or in one that can't be told. */
    Optional<String> reader(Token token) {
        return token.place() instanceof TokenPlace.Slot(String description)
                ? readers.get()
                        .flatMap(seen -> new SlotNames(seen.readers()).reader(description))
                        .map(Reader::name)
                : Optional.empty();
    }

    /** Whether there is a card in a reader. */
    boolean hasCard() {
        return readers.get().filter(ReadersSnapshot::hasCard).isPresent();
    }
}
