// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.credential.Pin;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.network.BasicAccess;
import cat.segell.network.ClientKey;
import cat.segell.network.Proxies;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.ServiceProblem.TsaRefused;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities that want to know who asks, over real TLS, and those that stamp under several policies. */
class TimestampTermsTest {

    private static final Digest IMPRINT = DigestAlgorithm.SHA256.of("Segell".getBytes(StandardCharsets.UTF_8));

    private static final String PASSWORD = "test";
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    /** Under which {@link TestTsa} stamps of its own accord. */
    private static final String USUAL = "1.2.3.4.1";

    private final TestPki pki = TestPki.create();
    private final TestTsa tsa = TestTsa.start(pki);

    @TempDir
    private Path folder;

    private HttpsServer server;
    private boolean wantsKey;
    private boolean heedsPolicy = true;

    @BeforeEach
    void start() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", pki.certificate());
        Path file = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUSTED, file.toString());
        System.setProperty(TRUSTED + "Password", PASSWORD);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own(trusted)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(wantsKey);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/tsa", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
        server.stop(0);
        tsa.close();
    }

    private SSLContext own(KeyStore trusted) throws Exception {
        IssuedKey key = pki.issue(pki.request("CN=tsa", KeyKind.P256)
                .extendedKeyUsage(false, KeyPurposeId.id_kp_serverAuth)
                .extension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"))));
        KeyStore keys = KeyStore.getInstance(
                key.writePkcs12(folder.resolve("server.p12"), PASSWORD).toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** {@code office}, {@code s3:crét} may ask; the key alone is enough where it is wanted. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String shown = exchange.getRequestHeaders().getFirst("Authorization");
            if (!wantsKey && !BASIC.equals(shown)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] response = tsa.respond(heedsPolicy ? asked : withoutPolicy(asked));
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    private static byte[] withoutPolicy(byte[] asked) throws IOException {
        TimeStampRequest request = new TimeStampRequest(asked);
        TimeStampRequestGenerator same = new TimeStampRequestGenerator();
        same.setCertReq(request.getCertReq());
        return same.generate(request.getMessageImprintAlgOID(), request.getMessageImprintDigest(), request.getNonce())
                .getEncoded();
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    /** Whose client trusts this server, with a key that it has no use for. */
    private ClientKey identity(TestPki issuer) throws IOException {
        Path file = issuer.signer(KeyKind.P256).writePkcs12(folder.resolve("client.p12"), PASSWORD);
        return ClientKey.read(file, PASSWORD.toCharArray());
    }

    private TimestampHttp authority(Optional<String> policy, Optional<BasicAccess> shown) throws IOException {
        return new TimestampHttp(
                address(),
                true,
                Proxies.none(),
                new TimestampTerms(policy, shown, Optional.of(identity(TestPki.create()))));
    }

    private static BasicAccess access(String password) {
        try (Pin secret = new Pin(password.toCharArray())) {
            return new BasicAccess("office", secret);
        }
    }

    private TimestampHttp office(String policy) throws IOException {
        return authority(Optional.of(policy), Optional.of(access("s3:crét")));
    }

    /** {@code office:s3:crét} in UTF-8. */
    private static final String BASIC = "Basic b2ZmaWNlOnMzOmNyw6l0";

    @Test
    void refusesToStampForWhoDoesNotShowWhoAsks() throws Exception {
        TsaRefused refused = new TsaRefused(address(), "HTTP 401");
        assertThat(problem(authority(Optional.empty(), Optional.empty()))).isEqualTo(refused);
        assertThat(problem(authority(Optional.empty(), Optional.of(access("another")))))
                .isEqualTo(refused);
    }

    @Test
    void sendsNoPasswordWhereItCouldBeReadOnTheWay() {
        TimestampTerms terms = new TimestampTerms(Optional.empty(), Optional.of(access("s3:crét")), Optional.empty());
        TimestampHttp bare = new TimestampHttp(URI.create("http://tsa.example/"), true, Proxies.none(), terms);
        assertThatThrownBy(() -> bare.token(IMPRINT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPasswordIsWipedWithItsAuthority() throws Exception {
        TimestampHttp office = office(USUAL);
        office.close();
        assertThatThrownBy(() -> office.token(IMPRINT)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.99.1", "3.1", "1", "1.2.", "1..2", "1.02", "", "no"})
    void aPolicyIsAnOid(String policy) {
        assertThatThrownBy(() -> new TimestampTerms(Optional.of(policy), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stampsForAUserWithTheRightPassword() throws Exception {
        assertThat(policy(office(USUAL).token(IMPRINT))).isEqualTo(USUAL);
    }

    @Test
    void stampsUnderThePolicyThatWasAskedFor() throws Exception {
        assertThat(policy(office("1.2.3.4.2").token(IMPRINT))).isEqualTo("1.2.3.4.2");
    }

    @Test
    void refusesATokenUnderAnotherPolicy() throws Exception {
        heedsPolicy = false;
        assertThat(problem(office("1.2.3.4.2"))).isEqualTo(new TsaInvalid(address()));
        assertThat(policy(office(USUAL).token(IMPRINT))).isEqualTo(USUAL);
    }

    @Test
    void stampsForTheKeyThatItKnowsAndNoOther() throws Exception {
        wantsKey = true;
        assertThat(problem(authority(Optional.empty(), Optional.empty()))).isEqualTo(new TsaUnreachable(address()));
        TimestampTerms known = new TimestampTerms(Optional.empty(), Optional.empty(), Optional.of(identity(pki)));
        assertThat(policy(new TimestampHttp(address(), true, Proxies.none(), known).token(IMPRINT)))
                .isEqualTo(USUAL);
    }

    @Test
    void aKeyNeedsItsPassword() {
        Path file = pki.signer(KeyKind.P256).writePkcs12(folder.resolve("client.p12"), PASSWORD);
        assertThatThrownBy(() -> ClientKey.read(file, "wrong".toCharArray())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClientKey.read(folder, PASSWORD.toCharArray())).isInstanceOf(IOException.class);
    }

    @Test
    void tellsNobodyWhatItShows() throws Exception {
        BasicAccess shown = access("s3:crét");
        assertThat(new TimestampTerms(Optional.of(USUAL), Optional.of(shown), Optional.empty()).toString() + shown)
                .doesNotContain(BASIC.substring("Basic ".length()), "s3");
        assertThatThrownBy(() -> authority(Optional.empty(), Optional.of(access("s3:crét-")))
                        .token(IMPRINT))
                .hasMessageNotContaining("s3");
    }

    private static String policy(byte[] token) throws Exception {
        return new TimeStampToken(new CMSSignedData(token))
                .getTimeStampInfo()
                .getPolicy()
                .getId();
    }

    private static Problem problem(TimestampAuthority authority) {
        try {
            authority.token(IMPRINT);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("a token");
    }
}
