// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PIN: 987321",
                "pin=987321 rest",
                "pkcs11:token=x?pin-value=987321",
                "{\"pin\":\"987321\"}",
                "{\"pin\" : \"987321\"}",
                "the password is 987321",
                "contrasenya='987321 987321'",
                "Contraseña: \"987321\""
            })
    void masksSecret(String line) {
        assertThat(SecretMask.mask(line)).doesNotContain("987321").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holder 12345678Z signs", "X1234567L", "y-1234567-x"})
    void masksIdentityNumber(String line) {
        assertThat(SecretMask.mask(line)).doesNotContain("1234567").contains("***");
    }

    @Test
    void leavesTheRest() {
        String line = "INFO [main] cat.segell.batch pinned 3 documents, DOCUMENT-MISSING, 2026-05-03T10:00:00Z";
        assertThat(SecretMask.mask(line)).isEqualTo(line);
    }
}
