// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person reads on a terminal, and copies from it. */
class LinesTest {

    private final Lines lines = Lines.of(20, "/opt/segell --home '/a b'");

    @Test
    void wordsAreKeptWhole() {
        assertThat(lines.wrapped("  ", "one two three four five six")).isEqualTo("  one two three four\n  five six");
    }

    @Test
    void aCommandToCopyIsNeverBroken() {
        assertThat(lines.wrapped("", "3 are left. To sign them: /opt/segell --home '/a b' sign 'c d.pdf' $e.pdf"))
                .isEqualTo("3 are left. To sign\nthem:\n/opt/segell --home '/a b' sign 'c d.pdf' $e.pdf");
        assertThat(lines.wrapped("  ", "Try “/opt/segell --home '/a b' demo --unlock” and then once more."))
                .isEqualTo("  Try\n  “/opt/segell --home '/a b' demo --unlock”\n  and then once\n  more.");
    }
}
