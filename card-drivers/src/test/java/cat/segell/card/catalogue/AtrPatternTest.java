// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cat.segell.card.pcsc.Atr;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtrPatternTest {

    private static final Evidence EVIDENCE = new Evidence(true, "test");

    @ParameterizedTest
    @ValueSource(strings = {"3B", "", "3B7", "3B ZZ", "not an ATR"})
    void refusesWhatIsNoAtr(String text) {
        assertThat(Atr.parse(text)).isEmpty();
    }

    @Test
    void refusesBytesThatNoCardCanSend() {
        assertThat(Atr.parse("00".repeat(34))).isEmpty();
        assertThat(Atr.parse("00".repeat(33))).isPresent();
    }

    @Test
    void readsEveryWayOfWritingAndPrintsOne() {
        for (String text : new String[] {"3b 7f 96", "3B:7F:96", "3b7f96"}) {
            assertThat(Atr.parse(text).orElseThrow().text()).isEqualTo("3B 7F 96");
        }
    }

    @Test
    void maskThatDoesntCoverItsValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pattern("3B7F", "FF00"));
        assertThatIllegalArgumentException().isThrownBy(() -> pattern("3B7F96", "FFFF"));
        assertThat(pattern("3B0F00", "FF0F00").text()).isEqualTo("3B xx xx");
    }

    private static AtrPattern pattern(String value, String mask) {
        return new AtrPattern(new Atr(value), new Atr(mask), EVIDENCE);
    }

    static Stream<AtrPattern> patterns() {
        return Catalogue.bundled().cards().stream().flatMap(card -> card.atrs().stream());
    }

    /** Every row: each bit under the mask counts, each bit outside it doesn't, and neither does another length. */
    @ParameterizedTest
    @MethodSource("patterns")
    void matchesByItsMaskBitForBit(AtrPattern pattern) {
        byte[] value = pattern.value().bytes();
        byte[] mask = pattern.mask().bytes();
        for (int bit = 0; bit < value.length * 8; bit++) {
            byte[] turned = value.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            boolean free = (mask[bit / 8] & 1 << bit % 8) == 0;
            assertThat(pattern.matches(Atr.of(turned)))
                    .as("bit %d of %s", bit, pattern.text())
                    .isEqualTo(free);
        }
        assertThat(pattern.matches(pattern.value())).isTrue();
        String hex = pattern.value().hex();
        assertThat(pattern.matches(new Atr(hex.substring(0, hex.length() - 2)))).isFalse();
        Atr.parse(hex + "00")
                .ifPresent(longer -> assertThat(pattern.matches(longer)).isFalse());
    }
}
