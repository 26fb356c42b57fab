// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.PinProblem.PinWrong;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BatchPinTest {

    private final Token card = new Token("T-CAT", "1", PinState.READY, PinTries.ENOUGH);
    private final Token other = new Token("T-CAT", "2", PinState.READY, PinTries.ENOUGH);
    private int asked;
    private final BatchPin pin = new BatchPin(_ -> {
        asked++;
        return new Pin(new char[] {'1'});
    });

    @Test
    void asksAgainWhereTheTokenDidNotAccept() throws Exception {
        ask(card);
        ask(card);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void repeatsWhatWasAccepted() throws Exception {
        ask(card);
        pin.accepted(card);
        ask(card);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsRefusedLater() throws Exception {
        ask(card);
        pin.accepted(card);
        ask(card);
        ask(card);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void givesNoOtherTokenWhatOneAccepted() throws Exception {
        ask(card);
        pin.accepted(card);
        ask(other);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void forgetsWithTheBatch() throws Exception {
        ask(card);
        pin.accepted(card);
        pin.close();
        ask(card);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasRefusedAndLetsThePersonSayWhetherThereIsAnother() throws Exception {
        ask(card);
        pin.accepted(card);
        assertThat(pin.another(new PinWrong("T-CAT", OptionalInt.empty()))).isFalse();
        ask(card);
        assertThat(asked).isEqualTo(2);
    }

    private void ask(Token token) throws Exception {
        pin.ask(new PinRequest(token, Optional.empty())).close();
    }
}
