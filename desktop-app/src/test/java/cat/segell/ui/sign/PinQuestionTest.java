// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.credential.Pin;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.problem.ProblemException;
import java.util.Optional;
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
    void padWaitsUntilTheTokenHasSpokenOrTheAttemptEnds() {
        PinModel model = new PinModel(Runnable::run);
        PinRequest request = new PinRequest(People.token(PinState.PIN_PAD, 3), Optional.empty());
        model.new Entry(Optional.empty()).padWaits(request);
        assertThat(model.pad().get()).contains(request);
        assertThat(model.question().get()).isEmpty();
        model.close();
        assertThat(model.pad().get()).isEmpty();
    }
}
