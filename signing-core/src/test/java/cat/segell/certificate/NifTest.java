// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NifTest {

    /** The first five are the examples of the AEPD's guidance. */
    @ParameterizedTest
    @CsvSource({
        "12345678X,***4567**",
        "L1234567X,****4567*",
        "ABC123456,*****3456",
        "XY12345678AB,*****4567***",
        "ABCD123XY,***D123**",
        "00000000T,***0000**",
        "38001085718,***0108****",
        "AB-1,****"
    })
    void showsFourSignsAtMost(String nif, String masked) {
        assertThat(Nif.masked(nif)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000T,false",
        "00000001R,false",
        "00000000A,true",
        "X0000000T,false",
        "Y0000000Z,false",
        "Z0000000M,false",
        "X0000000A,true",
        "K0000000A,false",
        "P0800000A,false",
        "38001085718,false",
        "12AB34567,false"
    })
    void noticesAWrongLetterOfADniOrNieAlone(String nif, boolean misspelt) {
        assertThat(Nif.misspelt(nif)).isEqualTo(misspelt);
    }

    @ParameterizedTest
    @CsvSource({
        "ANA GIL - DNI 00000000T,ANA GIL - DNI ***0000**",
        "GIL ANA X0000000T (SIG),GIL ANA ****0000* (SIG)",
        "dni00000000t,dni***0000**",
        "IDCES-00000000T,IDCES-***0000**",
        "Maria Prova Exemple - DNI 000000,Maria Prova Exemple - DNI ***000",
        "00000000-T,***0000***",
        "T-CAT 2023,T-CAT 2023",
        "BIT4ID JCOP4,BIT4ID JCOP4",
        "User PIN (1234567890123456),User PIN (1234567890123456)",
        "Card 00000000TX,Card 00000000TX",
        "COGNOM NOM - 0000000,COGNOM NOM - ***0000",
        "COGNOM COGNOM NOM - 00000000,COGNOM COGNOM NOM - ***0000*",
        "Puig i Gil d'Urgell Anna - X00000,Puig i Gil d'Urgell Anna - ***000",
        "12.345.678-Z,****45*67***",
        "12345678 Z,***4567***",
        "ANA GIL 12 345 678 Z,ANA GIL ****45*67***",
        "X-1234567-L (SIG),*****4567** (SIG)",
        "Ana Gil - DNI 12.345.67,Ana Gil - DNI ****45*67",
        "PROVA MARI 38001085718 (PIN1),PROVA MARI ***0108**** (PIN1)",
        "PNOEE-38001085718,PNOEE-***0108****"
    })
    void masksThemInTheMidstOfOtherWords(String words, String shown) {
        assertThat(Nif.maskedIn(words)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T-CAT - 1234567",
                "Targeta empleat - 1234567",
                "Tarjeta de empleado - 12345678",
                "Card 38001085719",
                "Card 38001085718001",
                "Card 38013085718",
                "BIT4ID JCOP4 - 1234567",
                "Card - 00012345",
                "Prova Caducitat - 20261231",
                "Caduca el 2026-12-31 a Girona",
                "Caduca el 12.04.2026 A",
                "20260412 a Girona",
                "20260412T101500Z",
                "Expedient 2026/0412",
                "Expedient 2026/0412 B",
                "2026-0412-A",
                "COGNOM NOM - 2026/0412",
                "Ana Gil - 123456789",
                "MAX 1234567 L",
                "972 419 000 A",
                "38 001 085 718 A",
                "0000 0000 0000 000A",
                "Serial 12345678"
            })
    void masksNothingElse(String words) {
        assertThat(Nif.maskedIn(words)).isEqualTo(words);
    }
}
