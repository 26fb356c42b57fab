// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Wiring;
import cat.segell.app.keys.TokenNames;
import cat.segell.batch.Pause;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.keys.TokenWords;
import cat.segell.credential.Credential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.TokenPlace.Slot;
import cat.segell.problem.PinProblem.PinDescriptorClosed;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the PIN comes from: a file, an open file descriptor, or a question on the terminal. Never an argument. */
public final class PinOptions {

    @ArgGroup
    private @Nullable Given given;

    @Option(names = "--final-try", descriptionKey = "finalTry")
    private boolean finalTry;

    /** One of them. */
    static final class Given {
        @Option(names = "--pin-file", paramLabel = Label.FILE, descriptionKey = "pinFile")
        private @Nullable Path file;

        @Option(names = "--pin-fd", paramLabel = "N", descriptionKey = "pinFd")
        private @Nullable Integer descriptor;
    }

    /** @throws ProblemException {@code PIN-DESCRIPTOR-CLOSED} */
    public PinEntry entry(Invocation invocation, Wiring wiring) throws ProblemException {
        Out out = invocation.out();
        PinEntry terminal = new PinFromTerminal(invocation.terminal(), out, finalTry, new CardsByWiring(wiring, out));
        Optional<Path> file = file(invocation);
        return file.isPresent()
                ? new PinFromFile(
                        file.get(),
                        finalTry,
                        terminal,
                        () -> out.note(out.texts().text("pin.unused")))
                : terminal;
    }

    /** @throws ProblemException {@code PIN-DESCRIPTOR-CLOSED} */
    public PinAtHand atHand(Invocation invocation, Wiring wiring) throws ProblemException {
        Pause pause = invocation
                .terminal()
                .secret()
                .filter(_ -> given == null)
                .<Pause>map(secret -> new PauseAtTerminal(invocation.out(), secret))
                .orElse(Pause.NONE);
        return new PinAtHand(entry(invocation, wiring), pause);
    }

    /** @throws ProblemException {@code PIN-DESCRIPTOR-CLOSED} */
    Optional<Path> file(Invocation invocation) throws ProblemException {
        return given == null ? Optional.empty() : file(given.file, given.descriptor, invocation);
    }

    private record CardsByWiring(Wiring wiring, Out out) implements PinFromTerminal.Cards {

        /** Readers are asked only of what is in one. */
        @Override
        public String name(Credential key) {
            TokenNames names =
                    key.token().place() instanceof Slot ? wiring.cards().names() : TokenNames.NOTHING;
            return new TokenWords(out.texts(), names).ofKey(key);
        }

        @Override
        public List<String> forgotten(Credential key) {
            return wiring.issuerRoutes().pin(key, out.language()).whereLocked();
        }
    }

    boolean finalTry() {
        return finalTry;
    }

    /** One of the two, if any. */
    static Optional<Path> file(@Nullable Path file, @Nullable Integer descriptor, Invocation invocation)
            throws ProblemException {
        if (file != null) {
            return Optional.of(invocation.terminal().resolve(file));
        }
        return descriptor == null ? Optional.empty() : Optional.of(descriptor(descriptor));
    }

    private static Path descriptor(int number) throws ProblemException {
        Path file = Path.of("/dev/fd/" + number);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isOurs(file)) {
            throw new ProblemException(new PinDescriptorClosed(number));
        }
        return file;
    }

    /** A number that nobody opened for us may be taken by Java itself, for its modules or a jar. */
    private static boolean isOurs(Path file) {
        try {
            Path real = file.toRealPath();
            return real.toString().endsWith(".jar")
                    || real.startsWith(
                            Path.of(System.getProperty("java.home", "")).toRealPath());
        } catch (IOException _) {
            // A pipe or a terminal.
            return false;
        }
    }
}
