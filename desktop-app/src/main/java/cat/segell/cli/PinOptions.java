// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.credential.PinEntry;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the PIN comes from: a file, an open file descriptor, or a question on the terminal. Never an argument. */
final class PinOptions {

    @ArgGroup
    private @Nullable Given given;

    @Option(names = "--final-try", descriptionKey = "finalTry")
    private boolean finalTry;

    /** One of them. */
    static final class Given {
        @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "pinFile")
        private @Nullable Path file;

        @Option(names = "--pin-fd", paramLabel = "N", descriptionKey = "pinFd")
        private @Nullable Integer descriptor;
    }

    PinEntry entry(Invocation invocation) {
        if (given != null && given.file != null) {
            return new PinFromFile(invocation.terminal().resolve(given.file), finalTry);
        }
        if (given != null && given.descriptor != null) {
            return new PinFromFile(Path.of("/dev/fd/" + given.descriptor), finalTry);
        }
        return new PinFromTerminal(invocation.terminal(), invocation.out(), finalTry);
    }
}
