// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;
import cat.segell.ui.desk.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PinQuestionTest {

    private final PinQuestion question =
            new PinQuestion(new PinRequest(People.token(PinState.READY, 3), Optional.empty()), Optional.empty());

    @Test
    void cancelledIsAProblemOfItsOwn() {
        question.cancel();
        assertThatThrownBy(question::await).isInstanceOf(ProblemException.class).hasMessage("PIN-CANCELLED");
    }

    @Test
    void wipesAnAnswerThatComesTooLate() {
        question.cancel();
        Pin late = new Pin(new char[] {'1'});
        question.answer(late);
        assertThatThrownBy(late::characters).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wipesAnAnswerThatNobodyWaitsForAnyMore() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(question::await).isInstanceOf(ProblemException.class);
        assertThat(Thread.interrupted()).isTrue();
        Pin given = new Pin(new char[] {'1'});
        question.answer(given);
        assertThatThrownBy(given::characters).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readerWaitsUntilTheTokenHasSpoken() throws Exception {
        PinModel model = new PinModel(Runnable::run);
        AtomicInteger cancelled = new AtomicInteger();
        PinEntry.Waiting waiting = model.new Entry(Optional.empty()).onReader(onReader(3), cancelled::incrementAndGet);
        model.pad().get().orElseThrow().cancel();
        assertThat(cancelled).hasValue(1);
        assertThat(model.question().get()).isEmpty();
        waiting.close();
        assertThat(model.pad().get()).isEmpty();
    }

    @Test
    void readerGetsTheLastTryOnlyWithConsent() throws Exception {
        List<PadQuestion> asked = new ArrayList<>();
        PinModel model = new PinModel(Runnable::run);
        model.pad()
                .subscribe(now -> now.ifPresent(question -> {
                    asked.add(question);
                    if (asked.size() == 1) {
                        question.cancel();
                    } else {
                        question.agree();
                    }
                }));
        PinModel.Entry entry = model.new Entry(Optional.empty());
        assertThatThrownBy(() -> entry.onReader(onReader(1), () -> {}))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new PinProblem.PinCancelled()));
        assertThat(model.pad().get()).as("refused").isEmpty();
        entry.onReader(onReader(1), () -> {});
        assertThat(asked).hasSize(2).allMatch(PadQuestion::lastTry);
    }

    /** @param left tries */
    private static PinRequest onReader(int left) {
        return new PinRequest(
                new Token("Card", "1", PinState.READY, PinTries.counted(left, 3), true), Optional.empty());
    }
}
