// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sessions' own comparison must not let through. */
class ExpectationTest {

    @Test
    void refusesOtherLine() {
        assertThat(Expectation.matches(List.of("a", "b"), "a\nc")).isFalse();
    }

    @Test
    void refusesLineTooMany() {
        assertThat(Expectation.matches(List.of("a"), "a\nb")).isFalse();
        assertThat(Expectation.matches(List.of(), "a")).isFalse();
    }

    @Test
    void refusesMissingLine() {
        assertThat(Expectation.matches(List.of("a", "b"), "a")).isFalse();
        assertThat(Expectation.matches(List.of("…", "b"), "a\nc")).isFalse();
    }

    @Test
    void takesWildcardWithinLineForThatLineOnly() {
        assertThat(Expectation.matches(List.of("a … c"), "a b c")).isTrue();
        assertThat(Expectation.matches(List.of("a … c"), "a\nc")).isFalse();
        assertThat(Expectation.matches(List.of("1.5…"), "1x5")).isFalse();
    }

    @Test
    void takesWildcardAloneForAnyLines() {
        assertThat(Expectation.matches(List.of("…", "b", "…"), "a\n\nb\nc\nd")).isTrue();
        assertThat(Expectation.matches(List.of("a", "…"), "a")).isTrue();
    }
}
