// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHintTest {

    @ParameterizedTest
    @CsvSource({
        "mine.p12, pkcs12:mine.p12",
        "../claus/d’ús.PFX, pkcs12:../claus/d’ús.PFX",
        "C:\\keys\\mine.pfx, pkcs12:C:\\keys\\mine.pfx",
        "file:mine.p12, pkcs12:mine.p12",
        "pcks12:mine, pkcs12:mine",
        "practice, practice:",
        "Practise:tcat, practice:tcat",
        "pksc11:token=T-CAT, pkcs11:token=T-CAT"
    })
    void knowsWhatWasMeant(String typed, String meant) {
        assertThat(KeyHint.of(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "pkcs12:", "mine.pdf", "1234", ":", "os:xyz", "pkcs11: … pin-value"})
    void saysNothingWhereNothingIsNear(String typed) {
        assertThat(KeyHint.of(typed)).isEmpty();
    }

    /** Bytes, and not the digits that name them. */
    @ParameterizedTest
    @CsvSource({
        "pkcs11:id=%30%31, pkcs11:id=%01",
        "pkcs11:token=T-CAT;id=%30%61%31%46;type=cert, pkcs11:token=T-CAT;id=%0a%1F;type=cert",
        "pkcs11:id=%30%31?module-path=/usr/lib/id=%30%31.so, pkcs11:id=%01?module-path=/usr/lib/id=%30%31.so"
    })
    void knowsAnIdentifierWithoutItsPercentSigns(String typed, String meant) {
        assertThat(KeyHint.ofIdentifier(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs11:id=%01",
                "pkcs11:id=%31",
                "pkcs11:id=%30%67",
                "pkcs11:grid=%30%31",
                "pkcs11:?id=%30%31",
                "01234567"
            })
    void whatNamesBytesOrALabelIsMeantSo(String typed) {
        assertThat(KeyHint.ofIdentifier(typed)).isEmpty();
    }
}
