// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.PcscFailed;
import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.util.Locale;

/** A function of PC/SC didn't succeed, or there is no PC/SC at all. */
final class PcscFailure extends Exception {

    /** Windows' own code for a context that died with its service. */
    private static final int ERROR_INVALID_HANDLE = 6;

    private final int code;
    private final transient Problem problem;

    private PcscFailure(int code, Problem problem) {
        super(problem.code());
        this.code = code;
        this.problem = problem;
    }

    /** @param code as the function returned it */
    static PcscFailure of(String call, int code) {
        return new PcscFailure(code, problem(call, code));
    }

    /** PC/SC couldn't even be called. */
    static PcscFailure unreachable(Problem why) {
        return new PcscFailure(0, why);
    }

    private static Problem problem(String call, int code) {
        return switch (code) {
            // What a context that was in use answers when the service ends, and what there is to hear until it is back.
            case PcscCode.COMM_ERROR,
                    PcscCode.NO_SERVICE,
                    PcscCode.SERVICE_STOPPED,
                    PcscCode.INVALID_HANDLE,
                    PcscCode.SYSTEM_CANCELLED,
                    PcscCode.SHUTDOWN,
                    ERROR_INVALID_HANDLE -> new PcscServiceDown();
            case PcscCode.NO_ACCESS, PcscCode.SECURITY_VIOLATION -> new PcscForbidden();
            default -> new PcscFailed(call, "0x" + String.format(Locale.ROOT, "%08X", code));
        };
    }

    boolean is(int wanted) {
        return code == wanted;
    }

    Problem problem() {
        return problem;
    }
}
