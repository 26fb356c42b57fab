// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.CsvInvalid;
import cat.segell.problem.UsageProblem.CsvUrlInvalid;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AB-12_c.~          | https://seu.example/csv/{csv}         | https://seu.example/csv/AB-12_c.~
            a b/c?d#e&f=g%h+i  | https://seu.example/v?codi={csv}&l=ca | https://seu.example/v?codi=a%20b%2Fc%3Fd%23e%26f%3Dg%25h%2Bi&l=ca
            @evil.example      | https://seu.example/{csv}             | https://seu.example/%40evil.example
            X1                 | HTTPS://seu.example:8443/{csv}#{csv}  | HTTPS://seu.example:8443/X1#X1
            """)
    void standsInTheAddressAsOnePart(String code, String template, String address) throws ProblemException {
        assertThat(VerificationCode.of(code, Optional.of(template)).address()).contains(URI.create(address));
    }

    @Test
    void needsNoAddress() throws ProblemException {
        assertThat(VerificationCode.of("ABC", Optional.empty()))
                .isEqualTo(new VerificationCode("ABC", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " A",
                "A ",
                "A\nB",
                "A\tB",
                "A\u0000B",
                "A\u202EB",
                "A\u2066B",
                "A\u200BB",
                "A\u00A0B",
                "\u0410BC",
                "Àlba",
                "\uD83D\uDE00"
            })
    void refusesWhatNobodyCouldTypeOrCompare(String code) {
        assertThatThrownBy(() -> VerificationCode.of(code, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new CsvInvalid(VerificationCode.LONGEST_CODE)));
    }

    @Test
    void refusesOverlongCodes() throws ProblemException {
        String longest = "A".repeat(VerificationCode.LONGEST_CODE);
        assertThat(VerificationCode.of(longest, Optional.empty()).code()).isEqualTo(longest);
        assertThatThrownBy(() -> VerificationCode.of(longest + "A", Optional.empty()))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://seu.example/csv",
                "https://seu.example",
                "http://seu.example/{csv}",
                "javascript:alert({csv})",
                "file:///{csv}",
                "seu.example/{csv}",
                "https://{csv}/",
                "https://{csv}.example/",
                "https://seu.example{csv}/",
                "https://seu.example:{csv}/",
                "https://{csv}@seu.example/{csv}",
                "https://someone@seu.example/{csv}",
                "https:///{csv}",
                "https://seu.example/ {csv}",
                "https://seu.example/\u202E{csv}",
                "https://seu.exàmple/{csv}",
                "https://seu.example/<{csv}>"
            })
    void refusesOtherAddresses(String template) {
        assertThatThrownBy(() -> VerificationCode.of("evil", Optional.of(template)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(CsvUrlInvalid.class));
    }

    @Test
    void refusesOverlongAddresses() throws ProblemException {
        String address = "https://seu.example/{csv}?";
        String longest = address + "a".repeat(VerificationCode.LONGEST_TEMPLATE - address.length());
        assertThat(VerificationCode.of("A", Optional.of(longest)).address()).isPresent();
        assertThatThrownBy(() -> VerificationCode.of("A", Optional.of(longest + "a")))
                .isInstanceOf(ProblemException.class);
    }
}
