// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.network.Unanswered.Why;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through which proxy a service is asked, and that it really is. */
class ProxiesTest {

    private static final ProxySelector JAVAS = ProxySelector.of(InetSocketAddress.createUnresolved("java.example", 1));

    private static String chosen(ProxySelector proxies, String address) {
        Proxy proxy = proxies.select(URI.create(address)).getFirst();
        return proxy.address() instanceof InetSocketAddress place ? place.getHostString() + ":" + place.getPort() : "-";
    }

    private static Map<String, String> environment(String... words) {
        Map<String, String> environment = new HashMap<>();
        for (String word : words) {
            environment.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return environment;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https_proxy=http://p.example:8080                             | https://a.example/    | p.example:8080
            HTTPS_PROXY=p.example:8080                                    | https://a.example/    | p.example:8080
            https_proxy=http://p.example                                  | https://a.example/    | p.example:80
            https_proxy=http://p.example:8080                             | http://a.example/     | java.example:1
            http_proxy=http://q.example:3                                 | http://a.example/     | q.example:3
            all_proxy=http://q.example:3                                  | https://a.example/    | q.example:3
            https_proxy=http://p.example:8 no_proxy=a.example             | https://a.example/    | -
            https_proxy=http://p.example:8 no_proxy=.example              | https://A.example/    | -
            https_proxy=http://p.example:8 NO_PROXY=b.org,*.a.example     | https://x.a.example/  | -
            https_proxy=http://p.example:8 no_proxy=ample                 | https://a.example/    | p.example:8
            https_proxy=http://p.example:8 no_proxy=*                     | https://a.example/    | -
            https_proxy=http://p.example:8                                | https://127.0.0.1/    | -
            https_proxy=http://u:p@p.example:8                            | https://a.example/    | java.example:1
            https_proxy=                                                  | https://a.example/    | java.example:1
            other=1                                                       | https://a.example/    | java.example:1
            """)
    void theEnvironmentIsHeardBeforeJava(String variables, String address, String place) {
        ProxySelector proxies = Proxies.of(Optional.empty(), environment(variables.split(" ")), () -> JAVAS);
        assertThat(chosen(proxies, address)).isEqualTo(place);
    }

    @Test
    void whatIsSetIsHeardBeforeTheEnvironment() {
        Map<String, String> environment = environment("https_proxy=http://p.example:8", "no_proxy=*");
        ProxySelector set = Proxies.of(Optional.of("http://s.example:5"), environment, () -> JAVAS);
        assertThat(chosen(set, "https://a.example/")).isEqualTo("s.example:5");
        assertThat(chosen(set, "http://127.0.0.1:1/")).isEqualTo("-");
        assertThat(chosen(Proxies.of(Optional.of("none"), environment, () -> JAVAS), "https://a.example/"))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "p.example:8080", "https://p.example:8080", "http://u:p@p.example", "socks://p:1", "None"})
    void whatIsNoProxyCannotBeSet(String word) {
        assertThat(Proxies.accepts(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "http://p.example:8080", "http://p.example"})
    void whatIsOneCan(String word) {
        assertThat(Proxies.accepts(word)).isTrue();
    }

    /** A name that only the proxy can look up; an address on this computer's network isn't asked through it either. */
    @Test
    void theProxyIsAskedInPlaceOfTheService() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                byte[] answer = "list".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        proxy.start();
        String place = "http://127.0.0.1:" + proxy.getAddress().getPort();
        try (GuardedHttp http = new GuardedHttp(false, Proxies.of(Optional.of(place), Map.of(), () -> JAVAS))) {
            URI service = URI.create("http://lists.invalid/es.xml");
            HttpAnswer answer = http.ask(HttpQuestion.get(service, "*/*", 100), Duration.ofSeconds(30));
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("list");
            assertThat(asked).containsExactly("http://lists.invalid/es.xml");
            for (String inside : List.of("http://10.0.0.1/", "http://127.0.0.1:1/", "http://localhost/")) {
                assertThat(catchThrowableOfType(
                                        Unanswered.class,
                                        () -> http.ask(
                                                HttpQuestion.get(URI.create(inside), "*/*", 100),
                                                Duration.ofSeconds(30)))
                                .why())
                        .isEqualTo(Why.PRIVATE);
            }
            assertThat(asked).hasSize(1);
        } finally {
            proxy.stop(0);
        }
    }
}
