// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.settings.TimestampService;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.network.Proxies;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.ServiceAccessUnusable;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.timestamp.TimestampTerms;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAccessTest {

    private static final String ADDRESS = "https://tsa.example/";

    @TempDir
    private Path folder;

    private static TimestampService service(Optional<String> user, Optional<Path> key, Path password) {
        return new TimestampService(ADDRESS, Optional.of("1.2.3"), user, key, Optional.of(password));
    }

    @Test
    void aUsersPasswordIsTheOneLineOfItsFile() throws Exception {
        Path password = Files.writeString(folder.resolve("secret"), "secret word\n");
        TimestampTerms terms = ServiceAccess.terms(service(Optional.of("office"), Optional.empty(), password));
        assertThat(terms.policy()).contains("1.2.3");
        assertThat(shown(terms)).isEqualTo("Basic b2ZmaWNlOnNlY3JldCB3b3Jk");
        assertThat(terms.key()).isEmpty();
    }

    /** What a server is sent that is asked with these terms. */
    private static String shown(TimestampTerms terms) throws Exception {
        AtomicReference<String> shown = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                shown.set(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(401, -1);
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (TimestampHttp asked = new TimestampHttp(address, true, Proxies.none(), terms)) {
            assertThatThrownBy(() -> asked.token(DigestAlgorithm.SHA256.of(new byte[0])))
                    .isInstanceOf(ProblemException.class);
            return shown.get();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoPasswordIsTold() throws Exception {
        for (Path file : new Path[] {
            Files.writeString(folder.resolve("two"), "one\ntwo\n"),
            Files.writeString(folder.resolve("none"), ""),
            folder.resolve("missing"),
            folder
        }) {
            assertThatThrownBy(() -> ServiceAccess.terms(service(Optional.of("office"), Optional.empty(), file)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(new ServiceAccessUnusable(file)));
        }
    }

    @Test
    void aKeyOpensWithItsPasswordAlone() throws Exception {
        Path key = TestPki.create().signer(KeyKind.P256).writePkcs12(folder.resolve("key.p12"), "test");
        Path right = Files.writeString(folder.resolve("right"), "test");
        Path wrong = Files.writeString(folder.resolve("wrong"), "another");
        assertThat(ServiceAccess.terms(service(Optional.empty(), Optional.of(key), right))
                        .key())
                .isPresent();
        assertThatThrownBy(() -> ServiceAccess.terms(service(Optional.empty(), Optional.of(key), wrong)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new ServiceAccessUnusable(key)));
    }
}
