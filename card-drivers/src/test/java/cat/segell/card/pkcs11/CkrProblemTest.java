// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.wire.Answer;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CkrProblemTest {

    /** Numbers from PKCS#11 v3.0, written out: the table itself uses the wrapper's names for them. */
    @ParameterizedTest
    @CsvSource({
        "C_Login, 0xA0, PIN-WRONG",
        "C_Login, 0xA1, PIN-FORMAT",
        "C_Login, 0xA2, PIN-FORMAT",
        "C_Login, 0xA3, PIN-EXPIRED",
        "C_Login, 0xA4, TOKEN-LOCKED",
        "C_Login, 0x102, PIN-NOT-SET",
        "C_Login, 0x50, PIN-CANCELLED",
        "C_Login, 0x100, TOKEN-BUSY",
        "C_Sign, 0x50, PIN-CANCELLED",
        "C_Sign, 0x200, PIN-CANCELLED",
        "C_Sign, 0x32, TOKEN-REMOVED",
        "C_OpenSession, 0xE0, TOKEN-REMOVED",
        "C_OpenSession, 0xE1, TOKEN-FOREIGN",
        "C_OpenSession, 0xB1, TOKEN-BUSY",
        "C_Sign, 0xB0, TOKEN-REMOVED",
        "C_Sign, 0xB3, TOKEN-REMOVED",
        "C_SignInit, 0x70, KEY-UNSUPPORTED",
        "C_SignInit, 0x71, KEY-UNSUPPORTED",
        "C_SignInit, 0x68, KEY-UNSUPPORTED",
        "C_SignInit, 0x63, KEY-UNSUPPORTED",
        "C_SignInit, 0x62, KEY-UNSUPPORTED",
        "C_Sign, 0x101, TOKEN-LOGGED-OUT",
        "C_Sign, 0x05, DRIVER-FAILED",
        "C_Sign, 0x06, DRIVER-FAILED",
        "C_Sign, 0x30, DRIVER-FAILED",
        "C_Sign, 0x80000001, DRIVER-CODE-UNKNOWN",
        "C_Sign, 0x4711, DRIVER-CODE-UNKNOWN"
    })
    void everyCodeHasItsProblem(String call, String code, String problem) {
        assertThat(of(call, Long.decode(code)).code()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C_Initialize", "C_GetSlotList", "C_GetTokenInfo", "C_OpenSession", "C_FindObjects", "C_Sign"})
    void noPinIsBlamedWhereNoneWasSent(String call) {
        for (long code : new long[] {0xA0, 0xA1, 0xA2, 0xA4, 0x102, 0x1B8}) {
            assertThat(of(call, code)).isInstanceOf(DriverCodeUnknown.class);
        }
    }

    @Test
    void unknownCodesAreToldInHexAndKnownOnesByName() {
        assertThat(of("C_Sign", 0x80000001L))
                .isEqualTo(new DriverCodeUnknown(Path.of("/driver.so"), "C_Sign", "0x80000001"));
        assertThat(of("C_Sign", 0x30))
                .isEqualTo(new DriverFailed(Path.of("/driver.so"), "C_Sign", "CKR_DEVICE_ERROR (0x30)"));
    }

    private static Problem of(String call, long code) {
        return new CkrProblem(Path.of("/driver.so"), "T-CAT", "ECDSA SHA256").of(new Answer.Failed(call, code));
    }
}
