// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cat.segell.card.wire.Answer;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a return code says of the present PIN, of the new one and of the PUK. */
class PinChangeProblemTest {

    static Stream<Arguments> codes() {
        return Stream.of(
                arguments(Secret.PIN, "C_Login", 0xA0, PinChangeRefused.class),
                arguments(Secret.PIN, "C_SetPIN", 0xA0, PinChangeRefused.class),
                arguments(Secret.PIN, "C_Login", 0xA4, TokenLocked.class),
                arguments(Secret.PIN, "C_Login", 0xA2, PinFormat.class),
                arguments(Secret.PIN, "C_SetPIN", 0xA1, NewPinRefused.class),
                arguments(Secret.PIN, "C_SetPIN", 0xA2, NewPinRefused.class),
                arguments(Secret.PIN, "C_SetPIN", 0x1B8, NewPinRefused.class),
                arguments(Secret.PIN, "C_SetPIN", 0x20, NewPinRefused.class),
                arguments(Secret.PIN, "C_SetPIN", 0x54, PinChangeUnsupported.class),
                arguments(Secret.PIN, "C_OpenSession", 0xE2, PinChangeUnsupported.class),
                arguments(Secret.PIN, "C_SetPIN", 0x32, PinChangeUncertain.class),
                arguments(Secret.PIN, "C_SetPIN", 0x30, PinChangeUncertain.class),
                arguments(Secret.PIN, "C_SetPIN", 0x80001234, PinChangeUncertain.class),
                arguments(Secret.PIN, "C_SetPIN", 0x50, PinCancelled.class),
                arguments(Secret.PIN, "C_SetPIN", 0x200, PinCancelled.class),
                arguments(Secret.PIN, "C_Login", 0x200, PinCancelled.class),
                arguments(Secret.PIN, "C_SetPIN", 0x101, PinChangeUnsupported.class),
                arguments(Secret.PIN, "C_Login", 0x32, TokenRemoved.class),
                arguments(Secret.PIN, "C_Login", 0x30, DriverFailed.class),
                arguments(Secret.PIN, "C_Login", 0x80001234, DriverCodeUnknown.class),
                arguments(Secret.PUK, "C_InitPIN", 0x32, PinChangeUncertain.class),
                arguments(Secret.PUK, "C_Login", 0xA0, PukWrong.class),
                arguments(Secret.PUK, "C_Login", 0xA4, PukLocked.class),
                arguments(Secret.PUK, "C_Login", 0x103, UnblockUnsupported.class),
                arguments(Secret.PUK, "C_InitPIN", 0xA2, NewPinRefused.class),
                arguments(Secret.PUK, "C_SetPIN", 0x54, UnblockUnsupported.class));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isTold(Secret with, String call, int code, Class<? extends Problem> expected) {
        PinChangeProblem table = new PinChangeProblem(Path.of("/module.so"), "Targeta", with);
        assertThat(table.of(new Answer.Failed(call, Integer.toUnsignedLong(code))))
                .isInstanceOf(expected);
    }
}
