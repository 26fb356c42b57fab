// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTest {

    private static final Instant ENDS = Instant.parse("2027-03-01T12:00:00Z");
    private static final CertificateFacts OLD = facts("00000000T", "Ajuntament de Prova", ENDS);

    @ParameterizedTest
    @CsvSource({
        "PT-1S,0",
        "PT0S,1",
        "PT1H,1",
        "P1D,1",
        "P1DT1S,2",
        "P7D,7",
        "P30D,30",
        "P60D,60",
        "P60DT1S,0",
        "P400D,0",
    })
    void tellsFromSixtyDaysBeforeTheEnd(Duration before, int days) {
        assertThat(Renewal.soon(OLD, ENDS.minus(before))
                        .map(soon -> soon.days())
                        .orElse(0))
                .isEqualTo(days);
    }

    @Test
    void oneIssuedTowardsTheEndForTheSamePersonReplacesIt() {
        CertificateFacts next = facts("00000000T", "Ajuntament de Prova", ENDS.plus(Duration.ofDays(1000)));
        assertThat(Renewal.replaces(next, OLD)).isTrue();
        assertThat(Renewal.replaces(OLD, next)).isFalse();
        assertThat(Renewal.replaces(OLD, OLD)).isFalse();
    }

    @Test
    void anotherPersonOfficeLevelOrUseIsNoRenewal() {
        Instant later = ENDS.plus(Duration.ofDays(1000));
        assertThat(Renewal.replaces(facts("00000001R", "Ajuntament de Prova", later), OLD))
                .isFalse();
        assertThat(Renewal.replaces(facts("00000000T", "Consell Comarcal", later), OLD))
                .isFalse();
        assertThat(Renewal.replaces(
                        facts(
                                "00000000T",
                                "Ajuntament de Prova",
                                later,
                                AssuranceLevel.MEDIUM,
                                CertificatePurpose.BOTH),
                        OLD))
                .isFalse();
        assertThat(Renewal.replaces(
                        facts(
                                "00000000T",
                                "Ajuntament de Prova",
                                later,
                                AssuranceLevel.HIGH,
                                CertificatePurpose.AUTHENTICATION),
                        OLD))
                .isFalse();
    }

    /** A second card in the middle of the first one's life is a second card. */
    @Test
    void oneIssuedLongBeforeTheEndIsNoRenewal() {
        assertThat(Renewal.replaces(facts("00000000T", "Ajuntament de Prova", ENDS.plus(Duration.ofDays(800))), OLD))
                .isFalse();
    }

    @Test
    void twoOfWhomNothingIsSaidAreNotTheSame() {
        assertThat(Renewal.replaces(facts("", "Mossos", ENDS.plus(Duration.ofDays(1000))), facts("", "Mossos", ENDS)))
                .isFalse();
    }

    private static CertificateFacts facts(String nif, String organisation, Instant notAfter) {
        return facts(nif, organisation, notAfter, AssuranceLevel.HIGH, CertificatePurpose.SIGNATURE);
    }

    private static CertificateFacts facts(
            String nif, String organisation, Instant notAfter, AssuranceLevel level, CertificatePurpose purpose) {
        return new CertificateFacts(
                "00",
                CertificateKind.PUBLIC_EMPLOYEE,
                Optional.of(level),
                purpose,
                new CertificateHolder(
                        nif.isEmpty() ? "?" : "Maria Prova",
                        Optional.of(organisation),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(nif).filter(number -> !number.isEmpty())),
                QualifiedClaims.NONE,
                "CA",
                notAfter.minus(Duration.ofDays(1020)),
                notAfter,
                false);
    }
}
