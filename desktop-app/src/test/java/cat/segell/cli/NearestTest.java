// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final List<String> COMMANDS =
            List.of("demo", "sign", "verify", "keys", "cards", "notarise", "receipt", "ledger", "policy");

    @ParameterizedTest
    @CsvSource({
        "sgin,sign",
        "sing,sign",
        "Sign,sign",
        "verfy,verify",
        "notarize,notarise",
        "key,keys",
        "recipt,receipt",
        "led,ledger"
    })
    void isTheWordASlipAway(String typed, String meant) {
        assertThat(Nearest.of(typed, COMMANDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "contract.pdf", "open", "signature", "doc"})
    void isNoOtherWord(String typed) {
        assertThat(Nearest.of(typed, COMMANDS)).isEmpty();
    }

    @Test
    void isTheNearestOfSeveral() {
        assertThat(Nearest.of("--pin-fil", List.of("--pin-fd", "--pin-file", "--puk-file")))
                .contains("--pin-file");
    }
}
