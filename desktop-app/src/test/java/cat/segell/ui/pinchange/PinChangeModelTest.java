// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.credential.Pin;
import cat.segell.credential.PinState;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.pinchange.PinChangeStage.Asking;
import cat.segell.ui.pinchange.PinChangeStage.Done;
import cat.segell.ui.pinchange.PinChangeStage.Failed;
import cat.segell.ui.pinchange.PinChangeStage.Idle;
import cat.segell.ui.pinchange.PinChangeStage.Looking;
import cat.segell.ui.pinchange.PinChangeStage.OnReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A person who types what was laid ready, and cancels when there is nothing more; all on one thread. */
class PinChangeModelTest {

    private static final String PUK = "87654321";

    private final PlayedDesk desk = new PlayedDesk();
    private final Deque<String> entries = new ArrayDeque<>();
    private final List<NewPinQuestion> questions = new ArrayList<>();
    private final List<Pin> typed = new ArrayList<>();
    private final List<String> then = new ArrayList<>();

    /** @param typed what allows the change and the new PIN, in turn */
    private PinChangeModel change(Secret with, String... typed) {
        PinChangeModel model = model(Runnable::run);
        entries.addAll(Arrays.asList(typed));
        model.begin(job(with));
        return model;
    }

    private PinChangeModel model(Executor work) {
        PinChangeModel model = new PinChangeModel(desk.pins(), work, Runnable::run);
        model.stage().subscribe(stage -> {
            if (stage instanceof Asking(PinChangeJob _, NewPinQuestion question)) {
                questions.add(question);
                answer(model);
            }
        });
        return model;
    }

    private void answer(PinChangeModel model) {
        if (entries.isEmpty()) {
            model.cancel();
        } else {
            model.answer(pin(entries.remove()), pin(entries.remove()));
        }
    }

    private PinChangeJob job(Secret with) {
        return PinChangeJob.beforeSigning(People.clerk(), with, () -> then.add("done"), () -> then.add("cancelled"));
    }

    private Pin pin(String digits) {
        Pin pin = new Pin(digits.toCharArray());
        typed.add(pin);
        return pin;
    }

    private void nothingIsKept() {
        assertThat(typed)
                .isNotEmpty()
                .allSatisfy(pin -> assertThatThrownBy(pin::characters).isInstanceOf(IllegalStateException.class));
    }

    private static Problem why(PinChangeModel model) {
        assertThat(model.stage().get()).isInstanceOf(Failed.class);
        return ((Failed) model.stage().get()).problem();
    }

    @Test
    void changesThePinOfJustThisCard() {
        PinChangeModel model = change(Secret.PIN, "1234", "24680");
        assertThat(model.stage().get()).isInstanceOf(Done.class);
        assertThat(desk.pins().choice()).isEqualTo(People.clerk().card()).isPresent();
        assertThat(then).as("before the person has seen it").isEmpty();
        model.close();
        assertThat(then).containsExactly("done");
        assertThat(model.stage().get()).isInstanceOf(Idle.class);
        nothingIsKept();
    }

    @Test
    void aRefusedPinIsNeverSentAgain() {
        PinChangeModel model = change(Secret.PIN, "9999", "24680");
        assertThat(desk.pins().sent()).isEqualTo(1);
        assertThat(questions).hasSize(2);
        assertThat(questions.getLast().refusal()).contains(new PinChangeRefused("T-CAT"));
        assertThat(then).containsExactly("cancelled");
        assertThat(model.sending().get()).isFalse();
        nothingIsKept();
    }

    @Test
    void theLastTryIsTold() {
        change(Secret.PIN, "9999", "24680", "9999", "24680");
        assertThat(questions).extracting(each -> each.request().lastTry()).containsExactly(false, false, true);
    }

    @Test
    void theLastTryOfAnInitialPinIsTold() {
        desk.delivered().tries(1);
        change(Secret.PIN, "1234", "24680");
        assertThat(questions).extracting(each -> each.request().lastTry()).containsExactly(true);
        assertThat(questions.getFirst().request().token().pin()).isEqualTo(PinState.TO_BE_CHANGED);
    }

    @Test
    void whatLocksTheCardEndsIt() {
        desk.tries(1);
        assertThat(why(change(Secret.PIN, "9999", "24680"))).isEqualTo(new TokenLocked("T-CAT"));
        assertThat(questions).hasSize(1);
    }

    @Test
    void aLockedCardIsNotAskedForItsPin() {
        desk.tries(0);
        assertThat(why(change(Secret.PIN, "1234", "24680"))).isEqualTo(new TokenLocked("T-CAT"));
        assertThat(questions).isEmpty();
    }

    @Test
    void thePukUnlocks() {
        desk.tries(0);
        assertThat(change(Secret.PUK, PUK, "24680").stage().get()).isInstanceOf(Done.class);
        nothingIsKept();
    }

    @Test
    void aRefusedPukIsNeverSentAgain() {
        change(Secret.PUK, "11111111", "24680");
        assertThat(desk.pins().sent()).isEqualTo(1);
        assertThat(questions.getLast().refusal()).contains(new PukWrong("T-CAT"));
    }

    @Test
    void aLockedPukEndsIt() {
        desk.pins().pukTries(1);
        assertThat(why(change(Secret.PUK, "11111111", "24680"))).isEqualTo(new PukLocked("T-CAT"));
        assertThat(questions).extracting(each -> each.request().lastTry()).containsExactly(true);
    }

    /** The signer was found, so the card was there. */
    @Test
    void aCardThatIsNotFoundAnyMoreWasTakenOut() {
        desk.pins().refusingAtOnce(new KeyNotFound("pkcs11:token=T-CAT;serial=0001;id=%01"));
        assertThat(why(change(Secret.PIN, "1234", "24680"))).isEqualTo(new TokenRemoved("T-CAT"));
        nothingIsKept();
    }

    @Test
    void whereItIsUncertainNobodyIsAskedAgain() {
        Problem uncertain = new PinChangeUncertain("T-CAT", new TokenRemoved("T-CAT"));
        desk.pins().ending(uncertain);
        PinChangeModel model = change(Secret.PIN, "1234", "24680", "1234", "24680");
        assertThat(why(model)).isEqualTo(uncertain);
        assertThat(questions).hasSize(1);
        model.close();
        assertThat(then).as("signing does not go on by itself").isEmpty();
        nothingIsKept();
    }

    @Test
    void whatSpeaksAgainstANewPinIsToldBeforeAnythingIsSent() {
        change(Secret.PIN);
        NewPinQuestion question = questions.getFirst();
        assertThat(question.against(3, true)).contains(new NewPinLength("T-CAT", 4, 8));
        assertThat(question.against(9, true)).contains(new NewPinLength("T-CAT", 4, 8));
        assertThat(question.against(4, false)).contains(new NewPinsDiffer());
        assertThat(question.against(4, true)).isEmpty();
        assertThat(question.against(8, true)).isEmpty();
        assertThat(desk.pins().sent()).isZero();
    }

    @Test
    void whatIsOverBeforeTheNewPinIsTakenKeepsNeither() {
        desk.pins().refusingAtOnce(new PinLength("T-CAT", 4, 8));
        change(Secret.PIN, "12", "24680");
        assertThat(questions.getLast().refusal()).contains(new PinLength("T-CAT", 4, 8));
        assertThat(desk.pins().sent()).isZero();
        nothingIsKept();
    }

    @Test
    void wipesWhatNobodyWaitsFor() {
        Pin present = pin("1234");
        Pin fresh = pin("24680");
        model(Runnable::run).answer(present, fresh);
        assertThatThrownBy(present::characters).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(fresh::characters).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoCancelsWhileTheCardIsLookedAtIsAskedNothing() {
        List<Runnable> later = new ArrayList<>();
        PinChangeModel model = model(later::add);
        model.begin(job(Secret.PIN));
        assertThat(model.stage().get()).isInstanceOf(Looking.class);
        model.cancel();
        later.forEach(Runnable::run);
        assertThat(questions).isEmpty();
        assertThat(then).containsExactly("cancelled");
    }

    @Test
    void oneAtATimeAndOnlyForCards() {
        List<Runnable> later = new ArrayList<>();
        PinChangeModel model = model(later::add);
        model.begin(PinChangeJob.alone(People.practising(), Secret.PIN));
        assertThat(model.stage().get()).as("on no card of a driver").isInstanceOf(Idle.class);
        model.begin(job(Secret.PIN));
        model.begin(job(Secret.PUK));
        assertThat(later).hasSize(1);
    }

    @Test
    void theReaderGetsTheLastTryOnlyWithConsent() {
        desk.withKeypad().tries(1);
        PinChangeModel model = new PinChangeModel(desk.pins(), Runnable::run, Runnable::run);
        model.stage().subscribe(stage -> {
            if (stage instanceof OnReader) {
                model.cancel();
            }
        });
        model.begin(job(Secret.PIN));
        assertThat(desk.pins().sent()).isZero();
        assertThat(then).containsExactly("cancelled");
    }

    @Test
    void whatTheReaderRefusesIsNotAskedAgainByItself() {
        desk.withKeypad().pins().ending(new PinChangeRefused("T-CAT"));
        PinChangeModel model = change(Secret.PIN);
        assertThat(why(model)).isEqualTo(new PinChangeRefused("T-CAT"));
        assertThat(desk.pins().sent()).isEqualTo(1);
    }

    @Test
    void aFaultLeavesNobodyWaiting() {
        desk.pins().breaking(new AssertionError("a mistake of ours"));
        PinChangeModel model = model(task -> {
            try {
                task.run();
            } catch (AssertionError logged) {
                then.add("logged");
            }
        });
        entries.addAll(List.of("1234", "24680"));
        model.begin(job(Secret.PIN));
        assertThat(why(model)).isInstanceOf(InternalFault.class);
        assertThat(then).containsExactly("logged");
        nothingIsKept();
    }
}
