// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampHttp;
import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A name that leads elsewhere when the connection is made. */
class GuardedNamesTest {

    private static final LookupPolicy ANY = LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6);

    @TempDir
    Path folder;

    /** Where a name leads: at first to a public place (RFC 5737), then home. */
    private static final class Turning implements InetAddressResolver {

        private static final byte[] PUBLIC = {(byte) 203, 0, 113, 7};
        private static final byte[] HOME = {127, 0, 0, 1};

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            return Stream.of(InetAddress.getByAddress(host, asked.getAndIncrement() == 0 ? PUBLIC : HOME));
        }

        @Override
        public String lookupByAddress(byte[] address) {
            return "somebody.example";
        }
    }

    @Test
    void aGuardedNameGivesNoPrivateAddress() throws Exception {
        var names = new GuardedNames.Guarded(new Turning());
        try (GuardedNames.Guard _ = GuardedNames.guard("TSA.example")) {
            assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
            assertThatThrownBy(() -> names.lookupByName("tsa.example", ANY)).isInstanceOf(UnknownHostException.class);
            assertThat(names.lookupByName("intranet.example", ANY)).hasSize(1);
        }
        assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
        assertThat(names.lookupByAddress(Turning.HOME)).isEqualTo("somebody.example");
    }

    @Test
    void aQuestionThatIsOverLeavesTheOneBesideItGuarded() throws Exception {
        var names = new GuardedNames.Guarded(new Turning());
        assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
        try (GuardedNames.Guard _ = GuardedNames.guard("tsa.example")) {
            GuardedNames.guard("tsa.EXAMPLE").close();
            assertThatThrownBy(() -> names.lookupByName("tsa.example", ANY)).isInstanceOf(UnknownHostException.class);
        }
        assertThat(names.lookupByName("tsa.example", ANY)).hasSize(1);
    }

    /** Java asks the first one that it finds. */
    @Test
    void isTheOneThatJavaFinds() {
        assertThat(ServiceLoader.load(InetAddressResolverProvider.class).findFirst())
                .containsInstanceOf(GuardedNames.class);
    }

    /** In a process of its own, which remembers no name and has the turning one below ours. */
    @Test
    @Timeout(120)
    void nothingIsSentWhereTheNameLeadsHomeWhenItIsConnected() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InetAddressResolverProvider.class.getName()), TurningNames.class.getName());
        try (TestTsa tsa = TestTsa.start(TestPki.create())) {
            Process asking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dsun.net.inetaddr.ttl=0",
                            "-cp",
                            folder
                                    + File.pathSeparator
                                    + System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path")),
                            Asking.class.getName(),
                            "http://tsa.example:" + tsa.address().getPort() + "/")
                    .redirectErrorStream(true)
                    .start();
            String told = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(told.strip()).isEqualTo("TSA-HOST-UNKNOWN");
            assertThat(tsa.requests()).isZero();
        }
    }

    /** Ours, over the turning one instead of the system's. */
    public static final class TurningNames extends InetAddressResolverProvider {

        @Override
        public InetAddressResolver get(Configuration configuration) {
            return new GuardedNames.Guarded(new Turning());
        }

        @Override
        public String name() {
            return "turning";
        }
    }

    /** Asks an authority, and says what came of it. */
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
