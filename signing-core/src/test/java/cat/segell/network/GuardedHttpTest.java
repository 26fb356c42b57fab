// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Fault;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.network.Unanswered.Why;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever answers decides neither how long it takes, nor how much memory, nor where else something is sent. */
@Timeout(120)
class GuardedHttpTest {

    private static final Duration PLENTY = Duration.ofSeconds(60);

    private final TestStatusService service = TestStatusService.start(TestPki.create());
    private final GuardedHttp http = new GuardedHttp(true, Proxies.none());

    @AfterEach
    void stop() {
        http.close();
        service.close();
    }

    @Test
    void tellsWhyThereIsNoAnswer() {
        service.fail(Place.LIST, Fault.ENORMOUS);
        assertThat(why(http, service.address(Place.LIST), PLENTY)).isEqualTo(Why.TOO_LARGE);
        service.fail(Place.LIST, Fault.DOWN);
        assertThat(why(http, service.address(Place.LIST), PLENTY)).isEqualTo(Why.SILENT);
        service.fail(Place.LIST, Fault.SILENT);
        assertThat(why(http, service.address(Place.LIST), Duration.ofMillis(300)))
                .isEqualTo(Why.SILENT);
        assertThat(why(http, URI.create("http://crl.invalid/"), PLENTY)).isEqualTo(Why.HOST_UNKNOWN);
        try (GuardedHttp guarded = new GuardedHttp(false, Proxies.none())) {
            assertThat(why(guarded, service.address(Place.ISSUER), PLENTY)).isEqualTo(Why.PRIVATE);
        }
        assertThat(service.requests(Place.ISSUER)).isZero();
    }

    /** The size that is allowed is read to its last byte. */
    @Test
    void readsNoMoreThanIsAllowed() throws Exception {
        service.answer(Place.LIST, _ -> new byte[1000]);
        URI list = service.address(Place.LIST);
        assertThat(http.ask(HttpQuestion.get(list, "*/*", 1000), PLENTY).body()).hasSize(1000);
        service.answer(Place.LIST, _ -> new byte[1001]);
        assertThat(why(http, list, PLENTY)).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void followsNobodyElsewhere() throws Exception {
        service.fail(Place.LIST, Fault.REDIRECT);
        HttpAnswer answer = http.ask(HttpQuestion.get(service.address(Place.LIST), "*/*", 1000), PLENTY);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.elsewhere()).contains(service.address(Place.ELSEWHERE));
        assertThat(service.requests(Place.ELSEWHERE)).isZero();
    }

    private static Why why(GuardedHttp http, URI address, Duration limit) {
        try {
            throw new AssertionError("answered with " + http.ask(HttpQuestion.get(address, "*/*", 1000), limit));
        } catch (Unanswered e) {
            return e.why();
        }
    }
}
