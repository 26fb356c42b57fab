// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where pcscd listens. Of a socket that it may not open its library only says that nobody answers; the file tells more.
 *
 * @param writable whether this person may write to a file, which connecting takes (unix(7))
 */
public record ServiceSocket(Path file, Predicate<Path> writable) {

    private static final String VARIABLE = "PCSCLITE_CSOCK_NAME";
    private static final String USUAL = "/run/pcscd/pcscd.comm";

    public static ServiceSocket of(Map<String, String> environment) {
        return new ServiceSocket(Path.of(environment.getOrDefault(VARIABLE, USUAL)), Files::isWritable);
    }

    /** The same service, which says so where that is why nobody answers. */
    public Pcsc explaining(Pcsc pcsc) {
        return () -> {
            try {
                return pcsc.establish();
            } catch (PcscFailure failure) {
                throw forbids(failure) ? PcscFailure.unreachable(new PcscForbidden()) : failure;
            }
        };
    }

    private boolean forbids(PcscFailure failure) {
        return failure.problem() instanceof PcscServiceDown && Files.exists(file) && !writable.test(file);
    }
}
