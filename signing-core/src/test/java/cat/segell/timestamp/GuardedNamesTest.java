// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A name that leads elsewhere when the connection is made. */
class GuardedNamesTest {

    private static final LookupPolicy ANY = LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6);

    @TempDir
    Path folder;

    private byte[] leadsTo = {93, (byte) 184, 16, 1};

    private final GuardedNames.Guarded names = new GuardedNames.Guarded(new InetAddressResolver() {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            return Stream.of(InetAddress.getByAddress(host, leadsTo));
        }

        @Override
        public String lookupByAddress(byte[] address) {
            return "somebody.example";
        }
    });

    @Test
    void aGuardedNameGivesNoPrivateAddress() throws Exception {
        GuardedNames.guard("TSA.example");
        assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
        leadsTo = new byte[] {10, 1, 2, 3};
        assertThatThrownBy(() -> names.lookupByName("tsa.example", ANY)).isInstanceOf(UnknownHostException.class);
        assertThat(names.lookupByName("intranet.example", ANY)).hasSize(1);
        GuardedNames.release("tsa.EXAMPLE");
        assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
        assertThat(names.lookupByAddress(leadsTo)).isEqualTo("somebody.example");
    }

    /** Java's own look-up, whose list of names says something else the second time; nothing is remembered in between. */
    @Test
    @Timeout(120)
    void nothingIsSentWhereTheNameLeadsHomeWhenItIsConnected() throws Exception {
        Path list = folder.toRealPath().resolve("hosts");
        assertThat(new ProcessBuilder("mkfifo", list.toString()).start().waitFor()).isZero();
        try (TestTsa tsa = TestTsa.start(TestPki.create())) {
            Process asking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Djdk.net.hosts.file=" + list,
                            "-Dsun.net.inetaddr.ttl=0",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Asking.class.getName(),
                            "http://tsa.rebound.test:" + tsa.address().getPort() + "/")
                    .redirectErrorStream(true)
                    .start();
            // It may wait for a reader for ever.
            Thread.ofPlatform().daemon().start(() -> turn(list, asking));
            String told = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(told.strip()).isEqualTo("TSA-HOST-UNKNOWN");
            assertThat(tsa.requests()).isZero();
        }
    }

    /** First a public address (RFC 5737), then this computer's. */
    private static void turn(Path list, Process asking) {
        try {
            Files.writeString(list, "203.0.113.7 tsa.rebound.test\n");
            while (isOpen(list, asking)) {
                Thread.onSpinWait();
            }
            while (asking.isAlive()) {
                Files.writeString(list, "127.0.0.1 tsa.rebound.test\n");
            }
        } catch (IOException over) {
            // Nobody reads any more.
        }
    }

    /** Whoever still reads would take the second list for the end of the first. */
    private static boolean isOpen(Path list, Process asking) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(asking.pid()), "fd"))) {
            return open.anyMatch(each -> leadsTo(each, list));
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closed) {
            return false;
        }
    }

    /** Runs in a process of its own. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] addresses) {
            try (TimestampHttp authority = new TimestampHttp(URI.create(addresses[0]), false)) {
                authority.token(DigestAlgorithm.SHA256.of(new byte[] {1}));
                System.out.println("a token");
            } catch (ProblemException e) {
                System.out.println(e.problem().code());
            }
        }
    }
}
