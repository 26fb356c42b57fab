// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To the day: what is told at all begins 60 days before the end. */
class ExpiryStageTest {

    @ParameterizedTest
    @CsvSource({"60, AHEAD", "31, AHEAD", "30, NEAR", "8, NEAR", "7, PRESSING", "1, PRESSING", "0, PRESSING"})
    void staysInItsStageToTheLastDay(int days, ExpiryStage stage) {
        assertThat(ExpiryStage.of(new CertExpiresSoon("Maria Prova", Instant.EPOCH, days)))
                .isEqualTo(stage);
    }

    @Test
    void onlyTheLastIsMarked() {
        assertThat(ExpiryStage.values()).filteredOn(ExpiryStage::marked).containsExactly(ExpiryStage.PRESSING);
    }

    @Test
    void aNoticeBeginsSixtyDaysBefore() {
        assertThat(ExpiryStage.AHEAD.days()).isEqualTo(60);
    }
}
