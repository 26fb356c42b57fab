// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.PinTries.Left;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinTriesTest {

    @ParameterizedTest
    @CsvSource({"3,3,ENOUGH", "4,3,ENOUGH", "2,3,FEW", "8,10,FEW", "1,3,LAST", "1,1,LAST"})
    void countedTriesAreToldInWordsToo(int number, int all, Left left) {
        PinTries tries = PinTries.counted(number, all);
        assertThat(tries.left()).isEqualTo(left);
        assertThat(tries.number()).hasValue(number);
    }

    @Test
    void wordsAreNoNumber() {
        assertThat(PinTries.told(Left.LAST).left()).isEqualTo(Left.LAST);
        assertThat(PinTries.told(Left.LAST).number()).isEmpty();
    }

    /** One that is locked or not set has none to lose. */
    @ParameterizedTest
    @CsvSource({
        "READY,LAST",
        "TO_BE_CHANGED,LAST",
        "NOT_NEEDED,ENOUGH",
        "LOCKED,ENOUGH",
        "PUK_LOCKED,ENOUGH",
        "NOT_SET,ENOUGH"
    })
    void onlyAPinThatCanBeEnteredIsInDanger(PinState state, Left left) {
        Token token = new Token("T-CAT", "1", state, PinTries.told(Left.LAST));
        assertThat(token.triesInDanger()).isEqualTo(left);
        assertThat(token.onLastTry()).isEqualTo(left == Left.LAST);
    }
}
