// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.host.Answer;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkrProblemTest {

    /** Numbers from PKCS#11 v3.0, written out: the table itself uses the wrapper's names for them. */
    @ParameterizedTest
    @CsvSource({
        "0xA0, PIN-WRONG",
        "0xA1, PIN-FORMAT",
        "0xA2, PIN-FORMAT",
        "0xA3, PIN-EXPIRED",
        "0xA4, TOKEN-LOCKED",
        "0x102, PIN-NOT-SET",
        "0x50, PIN-CANCELLED",
        "0x200, PIN-CANCELLED",
        "0x32, TOKEN-REMOVED",
        "0xE0, TOKEN-REMOVED",
        "0xB0, TOKEN-REMOVED",
        "0xB3, TOKEN-REMOVED",
        "0x70, KEY-UNSUPPORTED",
        "0x71, KEY-UNSUPPORTED",
        "0x68, KEY-UNSUPPORTED",
        "0x63, KEY-UNSUPPORTED",
        "0x62, KEY-UNSUPPORTED",
        "0x05, DRIVER-FAILED",
        "0x06, DRIVER-FAILED",
        "0x30, DRIVER-FAILED",
        "0x100, DRIVER-FAILED",
        "0x101, DRIVER-FAILED",
        "0x80000001, DRIVER-FAILED"
    })
    void everyCodeHasItsProblem(String code, String problem) {
        assertThat(of(Long.decode(code)).code()).isEqualTo(problem);
    }

    @Test
    void unknownCodesAreToldInHex() {
        assertThat(of(0x80000001L).facts())
                .containsEntry("result", "0x80000001")
                .containsEntry("call", "C_Sign");
    }

    private static Problem of(long code) {
        return CkrProblem.of(new Answer.Failed("C_Sign", code), Path.of("/driver.so"), "T-CAT", "ECDSA SHA256");
    }
}
