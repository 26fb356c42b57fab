// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.PinState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinStateTest {

    /** Flags of CK_TOKEN_INFO in PKCS#11 v3.0. */
    @ParameterizedTest
    @CsvSource({
        "0x40C, READY",
        "0x1040C, FEW_TRIES",
        "0x3040C, FINAL_TRY",
        "0x2040C, FINAL_TRY",
        "0x7040C, LOCKED",
        "0x4050C, LOCKED",
        "0x44040C, PUK_LOCKED",
        "0x40040C, READY",
        "0x50C, READY",
        "0x8040C, TO_BE_CHANGED",
        "0x3050C, FINAL_TRY",
        "0x404, NOT_SET",
        "0x400, NOT_NEEDED"
    })
    void flagsTellTheStateBeforeAnybodyIsAsked(String flags, PinState state) {
        assertThat(new TokenFlags(Long.decode(flags)).pin()).isEqualTo(state);
    }
}
