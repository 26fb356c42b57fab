// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void leavesPlainNamesAlone() {
        assertThat(ShellWord.of("out/resolució-1_signed.pdf")).isEqualTo("out/resolució-1_signed.pdf");
        assertThat(ShellWord.of("practice:")).isEqualTo("practice:");
    }

    @Test
    void quotesWhatTheShellWouldTakeForSomethingElse() {
        assertThat(ShellWord.of("pkcs11:token=T;id=%01?module-path=/a"))
                .isEqualTo("'pkcs11:token=T;id=%01?module-path=/a'");
        assertThat(ShellWord.of("a b$(c).pdf")).isEqualTo("'a b$(c).pdf'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }

    @Test
    void closesAndReopensQuotesRoundApostrophe() {
        assertThat(ShellWord.of("d'ús.pdf")).isEqualTo("'d'\\''ús.pdf'");
    }
}
