// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaHostUnknown;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.ServiceProblem.TsaPrivate;
import cat.segell.problem.ServiceProblem.TsaRefused;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.UsageProblem.TsaAddressInvalid;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An authority behind HTTP (RFC 3161 §3.4). Redirects are not followed: the address is the one that was configured. */
public final class TimestampHttp implements TimestampAuthority, AutoCloseable {

    /** From the first byte sent to the last one received. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    /** A response is the token and a few bytes of status. */
    private static final int LARGEST_RESPONSE = LARGEST_TOKEN + 1024;

    private static final String REQUEST_TYPE = "application/timestamp-query";
    private static final String RESPONSE_TYPE = "application/timestamp-reply";

    private final URI address;
    private final boolean privateNetwork;
    private final Duration limit;
    private final HttpClient client;

    /**
     * @param address as {@link #address(String)} gives it
     * @param privateNetwork whether it may be on this machine or in a private network
     */
    public TimestampHttp(URI address, boolean privateNetwork) {
        this(address, privateNetwork, TIME_LIMIT);
    }

    TimestampHttp(URI address, boolean privateNetwork, Duration limit) {
        this.address = address;
        this.privateNetwork = privateNetwork;
        this.limit = limit;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
    }

    /** @throws ProblemException {@code TSA-ADDRESS-INVALID} when it is not an http or https address */
    public static URI address(String text) throws ProblemException {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new ProblemException(new TsaAddressInvalid(text));
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public byte[] token(Digest imprint) throws ProblemException {
        guardNetwork();
        TimestampExchange exchange = new TimestampExchange(address, imprint);
        HttpResponse<byte[]> response = send(exchange.request());
        if (response.statusCode() != 200) {
            throw new ProblemException(new TsaRefused(address, "HTTP " + response.statusCode()));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(RESPONSE_TYPE)) {
            throw new ProblemException(new TsaInvalid(address));
        }
        return exchange.token(response.body());
    }

    /** Looked at before anything is sent, and again by {@link GuardedNames} when the connection is made. */
    private void guardNetwork() throws ProblemException {
        GuardedNames.release(address.getHost());
        if (privateNetwork) {
            return;
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(address.getHost());
            if (Arrays.stream(all).anyMatch(PrivateNetwork::contains)) {
                throw new ProblemException(new TsaPrivate(address));
            }
            GuardedNames.guard(address.getHost());
        } catch (UnknownHostException e) {
            throw new ProblemException(new TsaHostUnknown(address), e);
        }
    }

    private HttpResponse<byte[]> send(byte[] request) throws ProblemException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .header("Content-Type", REQUEST_TYPE)
                .header("Accept", RESPONSE_TYPE)
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_RESPONSE));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProblemException(new TsaUnreachable(address), e);
        } catch (ExecutionException e) {
            throw new ProblemException(hasNoAddress(e) ? new TsaHostUnknown(address) : new TsaUnreachable(address), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new TsaUnreachable(address), e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Ends its connections and its thread; whatever is under way is broken off. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static boolean hasNoAddress(@Nullable Throwable failure) {
        return failure != null && (failure instanceof UnresolvedAddressException || hasNoAddress(failure.getCause()));
    }
}
