// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.PinState;
import cat.segell.credential.PinTries.Left;
import cat.segell.credential.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinStateTest {

    /** Flags of CK_TOKEN_INFO in PKCS#11 v3.0. */
    @ParameterizedTest
    @CsvSource({
        "0x40C, READY, ENOUGH, false",
        "0x1040C, READY, FEW, false",
        "0x3040C, READY, LAST, true",
        "0x2040C, READY, LAST, true",
        "0x7040C, LOCKED, LAST, false",
        "0x4050C, LOCKED, ENOUGH, false",
        "0x44040C, PUK_LOCKED, ENOUGH, false",
        "0x47040C, PUK_LOCKED, LAST, false",
        "0x40040C, READY, ENOUGH, false",
        "0x50C, READY, ENOUGH, false",
        "0x8040C, TO_BE_CHANGED, ENOUGH, false",
        "0x9040C, TO_BE_CHANGED, FEW, false",
        "0xA040C, TO_BE_CHANGED, LAST, true",
        "0xB040C, TO_BE_CHANGED, LAST, true",
        "0xB050C, TO_BE_CHANGED, LAST, true",
        "0xC040C, LOCKED, ENOUGH, false",
        "0xF040C, LOCKED, LAST, false",
        "0x3050C, READY, LAST, true",
        "0x404, NOT_SET, ENOUGH, false",
        "0x30404, NOT_SET, LAST, false",
        "0x400, NOT_NEEDED, ENOUGH, false",
        "0x30400, NOT_NEEDED, LAST, false"
    })
    void flagsTellTheStateBeforeAnybodyIsAsked(String flags, PinState state, Left tries, boolean consent) {
        TokenFlags told = new TokenFlags(Long.decode(flags));
        assertThat(told.pin()).isEqualTo(state);
        assertThat(told.tries().left()).isEqualTo(tries);
        assertThat(new Token("Card", "1", told.pin(), told.tries()).onLastTry())
                .as("the next wrong entry locks it")
                .isEqualTo(consent);
    }
}
