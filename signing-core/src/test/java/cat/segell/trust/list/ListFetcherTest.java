// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestLists;
import cat.segell.fixture.TestLists.Place;
import cat.segell.fixture.TestPki;
import cat.segell.network.ClientKey;
import cat.segell.network.GuardedHttp;
import cat.segell.network.Proxies;
import cat.segell.problem.ListProblem.ListPrivate;
import cat.segell.problem.ListProblem.ListUnreachable;
import cat.segell.problem.ProblemException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is said to lie elsewhere is fetched from there as guarded as from its first address. */
class ListFetcherTest {

    private static final TestPki PKI = TestPki.create();
    private static final String PASSWORD = "test";
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path folder;

    private final TestLists lists = TestLists.start();
    private final URI elsewhere = lists.address(Place.SPAIN);

    @AfterEach
    void stop() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
        lists.close();
    }

    private void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", elsewhere.toString());
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private static Object problem(GuardedHttp http, boolean privateNetwork, String address) {
        ListFetcher fetcher = new ListFetcher(http, privateNetwork, InstantSource.system());
        return catchThrowableOfType(ProblemException.class, () -> fetcher.fetch(address))
                .problem();
    }

    @Test
    void whereNobodyCouldListenNobodyIsSentToWhereOthersCan() throws Exception {
        HttpsServer server = HttpsServer.create(LOOPBACK, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own()));
        server.createContext("/", this::send);
        server.createContext("/there", exchange -> {
            try (exchange) {
                byte[] list = lists.content(Place.SPAIN, TestLists.Fault.NONE);
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
            }
        });
        server.start();
        String address = "https://127.0.0.1:" + server.getAddress().getPort();
        try (GuardedHttp http = new GuardedHttp(true, Proxies.none(), Optional.of(trusting()))) {
            // It is asked and believed.
            assertThat(new ListFetcher(http, true, InstantSource.system()).fetch(address + "/there"))
                    .isNotEmpty();
            assertThat(problem(http, true, address + "/es.xml"))
                    .isEqualTo(new ListUnreachable(URI.create(address + "/es.xml")));
        } finally {
            server.stop(0);
        }
        assertThat(lists.requests(Place.SPAIN)).isZero();
    }

    /** Whom the outside world has answer is a proxy here: what it alone can look up is its to reach. */
    @Test
    void nobodyIsSentIntoAPrivateNetwork() throws Exception {
        HttpServer outside = HttpServer.create(LOOPBACK, 0);
        outside.createContext("/", this::send);
        outside.start();
        try (GuardedHttp http = new GuardedHttp(false, ProxySelector.of(outside.getAddress()))) {
            assertThat(problem(http, false, "http://lists.invalid/es.xml")).isEqualTo(new ListPrivate(elsewhere));
        } finally {
            outside.stop(0);
        }
        assertThat(lists.requests(Place.SPAIN)).isZero();
    }

    /** Whose TLS believes the servers of this authority. */
    private ClientKey trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", PKI.certificate());
        Path file = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUSTED, file.toString());
        System.setProperty(TRUSTED + "Password", PASSWORD);
        Path own = PKI.signer(KeyKind.P256).writePkcs12(folder.resolve("client.p12"), PASSWORD);
        return ClientKey.read(own, PASSWORD.toCharArray());
    }

    private SSLContext own() throws Exception {
        IssuedKey key = PKI.issue(PKI.request("CN=lists", KeyKind.P256)
                .extendedKeyUsage(false, KeyPurposeId.id_kp_serverAuth)
                .extension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"))));
        KeyStore keys = KeyStore.getInstance(
                key.writePkcs12(folder.resolve("server.p12"), PASSWORD).toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
