// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignerWordsTest {

    @Test
    void organisationKeepsItsLastWordWithIt() {
        assertThat(SignerWords.tied("Consell Comarcal de MUNICIPI A")).isEqualTo("Consell Comarcal de MUNICIPI\u00a0A");
        assertThat(SignerWords.tied("Diputació")).isEqualTo("Diputació");
    }
}
