// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.card.fixture.pcsc.PcscDaemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Points this JVM's own libpcsclite at the daemon of a test. The library reads its environment once and then keeps the path,
 * so all tests of a JVM share one path: a link that each lays anew. It is set before the first test, so that none, whatever
 * their order, meets the readers of the machine it runs on.
 */
public final class ClientSocket implements LauncherSessionListener {

    private static final Path LINK = link();

    /** For the launcher of tests, which loads this class and so sets the path. */
    public ClientSocket() {}

    public static void pointTo(PcscDaemon daemon) {
        pointTo(ServiceSocket.of(daemon.environment()));
    }

    public static void pointTo(ServiceSocket socket) {
        try {
            Files.deleteIfExists(LINK);
            Files.createSymbolicLink(LINK, socket.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path link() {
        try {
            Path link = Files.createTempDirectory("pcsc").resolve("socket");
            setEnvironment("PCSCLITE_CSOCK_NAME", link.toString());
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted") // Java can't change the environment of its own process.
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena memory = Arena.ofConfined()) {
            int result = (int) setenv.invokeExact(memory.allocateFrom(name), memory.allocateFrom(value), 1);
            if (result != 0) {
                throw new IllegalStateException("setenv refused");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
