// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two drivers show is one card, or isn't. */
class CardTraceTest {

    @Test
    void oneCardWhoseNumberTwoDriversWriteDifferently() {
        assertThat(same(trace("0001AB", "a", "b"), trace("00:01:ab", "b"))).isTrue();
        assertThat(same(trace("0001AB", "a"), new CardTrace(Set.of("a"), "Targeta (PIN)", "0001AB")))
                .isTrue();
    }

    @Test
    void twoCardsOfOnePerson() {
        assertThat(same(trace("0001", "a"), trace("0002", "b"))).isFalse();
    }

    /** A driver that gives one number to all cards makes none of them another. */
    @Test
    void twoCardsWithOneNumber() {
        assertThat(same(trace("0001", "a"), trace("0001", "b"))).isFalse();
    }

    @Test
    void aDriverThatSeesNoCertificateIsBelievedNameAndNumber() {
        assertThat(same(trace("0001"), trace("0001", "a"))).isTrue();
        assertThat(same(trace("0001"), trace("0001"))).isTrue();
        assertThat(same(trace("0001"), trace("0002", "a"))).isFalse();
        assertThat(same(trace("0001"), new CardTrace(Set.of(), "Una altra", "0001")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "    ", "0000000000000000", "FFFF", "7"})
    void whatIsNoNumberTellsNothing(String serial) {
        assertThat(same(trace(serial), trace(serial))).isFalse();
        assertThat(same(trace(serial), trace(serial, "a"))).isFalse();
        assertThat(same(trace(serial, "a"), trace(serial, "a"))).isTrue();
    }

    /** Whichever comes first. */
    private static boolean same(CardTrace one, CardTrace other) {
        assertThat(one.isSameCard(other)).isEqualTo(other.isSameCard(one));
        return one.isSameCard(other);
    }

    private static CardTrace trace(String serial, String... certificates) {
        return new CardTrace(Set.of(certificates), "Targeta", serial);
    }
}
