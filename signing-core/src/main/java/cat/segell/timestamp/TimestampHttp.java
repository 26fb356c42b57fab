// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.network.GuardedHttp;
import cat.segell.network.HttpAddress;
import cat.segell.network.HttpAnswer;
import cat.segell.network.HttpQuestion;
import cat.segell.network.Proxies;
import cat.segell.network.Unanswered;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaHostUnknown;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.ServiceProblem.TsaPrivate;
import cat.segell.problem.ServiceProblem.TsaRefused;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.UsageProblem.TsaAddressInvalid;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;

/** An authority behind HTTP (RFC 3161 §3.4). Redirects are not followed: the address is the one that was configured. */
public final class TimestampHttp implements TimestampAuthority, AutoCloseable {

    /** From the first byte sent to the last one received. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    /** A response is the token and a few bytes of status. */
    private static final int LARGEST_RESPONSE = LARGEST_TOKEN + 1024;

    private static final String REQUEST_TYPE = "application/timestamp-query";
    private static final String RESPONSE_TYPE = "application/timestamp-reply";

    private final URI address;
    private final TimestampTerms terms;
    private final Duration limit;
    private final GuardedHttp http;

    /**
     * Without a proxy.
     *
     * @param address as {@link #address(String)} gives it
     * @param privateNetwork whether it may be on this machine or in a private network
     */
    public TimestampHttp(URI address, boolean privateNetwork) {
        this(address, privateNetwork, TIME_LIMIT);
    }

    TimestampHttp(URI address, boolean privateNetwork, Duration limit) {
        this(address, privateNetwork, Proxies.none(), TimestampTerms.NONE, limit);
    }

    /** The same of an authority that wants to know who asks, or that stamps under several policies. */
    public TimestampHttp(URI address, boolean privateNetwork, ProxySelector proxies, TimestampTerms terms) {
        this(address, privateNetwork, proxies, terms, TIME_LIMIT);
    }

    private TimestampHttp(
            URI address, boolean privateNetwork, ProxySelector proxies, TimestampTerms terms, Duration limit) {
        this.address = address;
        this.terms = terms;
        this.limit = limit;
        this.http = new GuardedHttp(privateNetwork, proxies, terms.key());
    }

    /** @throws ProblemException {@code TSA-ADDRESS-INVALID} when it is not an http or https address */
    public static URI address(String text) throws ProblemException {
        return HttpAddress.of(text).orElseThrow(() -> new ProblemException(new TsaAddressInvalid(text)));
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void demandAllowed() throws ProblemException {
        if (http.refuses(address, limit)) {
            throw new ProblemException(new TsaPrivate(address));
        }
    }

    @Override
    public byte[] token(Digest imprint) throws ProblemException {
        TimestampExchange exchange = new TimestampExchange(address, imprint, terms.policy());
        HttpAnswer answer = send(exchange.request());
        if (answer.status() != 200) {
            throw new ProblemException(new TsaRefused(address, "HTTP " + answer.status()));
        }
        if (!answer.type().equals(RESPONSE_TYPE)) {
            throw new ProblemException(new TsaInvalid(address));
        }
        return exchange.token(answer.body());
    }

    private HttpAnswer send(byte[] request) throws ProblemException {
        HttpQuestion.Body body = new HttpQuestion.Body(REQUEST_TYPE, request);
        try {
            return http.ask(
                    HttpQuestion.post(address, body, RESPONSE_TYPE, LARGEST_RESPONSE)
                            .with(terms.access()),
                    limit);
        } catch (Unanswered e) {
            throw new ProblemException(
                    switch (e.why()) {
                        case SILENT, TOO_LARGE -> new TsaUnreachable(address);
                        case HOST_UNKNOWN -> new TsaHostUnknown(address);
                        case PRIVATE -> new TsaPrivate(address);
                    },
                    e);
        }
    }

    /** Ends its connections and its thread; whatever is under way is broken off. Its password is wiped. */
    @Override
    public void close() {
        http.close();
        terms.close();
    }
}
