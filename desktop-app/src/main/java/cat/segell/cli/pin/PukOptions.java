// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a PUK comes from, if not from the terminal. */
final class PukOptions {

    @ArgGroup
    private @Nullable Given given;

    @Option(names = "--final-try", descriptionKey = "finalTry.puk")
    private boolean finalTry;

    /** One of them. */
    static final class Given {
        @Option(names = "--puk-file", paramLabel = Label.FILE, descriptionKey = "pukFile")
        private @Nullable Path file;

        @Option(names = "--puk-fd", paramLabel = "N", descriptionKey = "pukFd")
        private @Nullable Integer descriptor;
    }

    /** @throws ProblemException {@code PIN-DESCRIPTOR-CLOSED} */
    Optional<Path> file(Invocation invocation) throws ProblemException {
        return given == null ? Optional.empty() : PinOptions.file(given.file, given.descriptor, invocation);
    }

    boolean finalTry() {
        return finalTry;
    }
}
