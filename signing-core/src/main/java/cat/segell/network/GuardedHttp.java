// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import cat.segell.network.Unanswered.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks services over HTTP. Redirects are told and not followed: the address is the one that was given. Whoever answers decides neither
 * how long it takes, nor how much memory, nor where else something is sent.
 */
public final class GuardedHttp implements AutoCloseable {

    private final boolean privateNetwork;
    private final ProxySelector proxies;
    private final HttpClient client;

    /** @param privateNetwork whether a service may be on this machine or in a private network */
    public GuardedHttp(boolean privateNetwork, ProxySelector proxies) {
        this(privateNetwork, proxies, Optional.empty());
    }

    /**
     * @param proxies through which it is asked
     * @param key what shows a service who asks it
     */
    public GuardedHttp(boolean privateNetwork, ProxySelector proxies, Optional<ClientKey> key) {
        this.privateNetwork = privateNetwork;
        this.proxies = proxies;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                // Small responders, OpenSSL's among them, don't understand the offer of another version.
                .version(HttpClient.Version.HTTP_1_1);
        key.map(ClientKey::context).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * @param limit from the look-up of the name to the last byte received
     * @throws Unanswered where there is no answer
     */
    public HttpAnswer ask(HttpQuestion question, Duration limit) throws Unanswered {
        return within(limit, () -> exchange(question, limit));
    }

    /**
     * Whether a question to this address would be refused for where it leads. Nothing is sent to it; its name is looked up.
     *
     * @param limit of the look-up; what isn't known by then isn't refused
     */
    public boolean refuses(URI address, Duration limit) {
        if (privateNetwork) {
            return false;
        }
        try {
            return within(limit, () -> {
                demandPublic(address);
                return false;
            });
        } catch (Unanswered e) {
            return e.why() == Why.PRIVATE;
        }
    }

    private static <T> T within(Duration limit, Callable<T> exchange) throws Unanswered {
        FutureTask<T> asking = new FutureTask<>(exchange);
        // A look-up of a name can't be interrupted: its thread is left to itself.
        Thread.ofPlatform().daemon().name("asks a service").start(asking);
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unanswered(Why.SILENT, e);
        } catch (ExecutionException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(Why.SILENT, e);
        } finally {
            asking.cancel(true);
        }
    }

    private static Unanswered unanswered(ExecutionException failure) {
        return switch (failure.getCause()) {
            case Unanswered known -> new Unanswered(known.why(), known);
            case IOException e -> new Unanswered(hasNoAddress(e) ? Why.HOST_UNKNOWN : Why.SILENT, e);
            case Error fault -> throw fault;
            case RuntimeException fault -> throw fault;
            case null, default -> throw new LinkageError("an exchange throws nothing else", failure);
        };
    }

    /** Looked at before anything is sent, and again by {@link GuardedNames} when the connection is made. */
    private HttpAnswer exchange(HttpQuestion question, Duration limit)
            throws Unanswered, IOException, InterruptedException {
        if (privateNetwork) {
            return send(question, limit);
        }
        String host = question.address().getHost();
        demandPublic(question.address());
        try (GuardedNames.Guard _ = GuardedNames.guard(host)) {
            return send(question, limit);
        }
    }

    private HttpAnswer send(HttpQuestion question, Duration limit)
            throws Unanswered, IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the look-up outlasted the question");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(question.address())
                .header("Accept", question.accept())
                .timeout(limit);
        question.access().ifPresent(shown -> request.header("Authorization", shown.header()));
        question.body()
                .ifPresent(body ->
                        request.header("Content-Type", body.type()).POST(BodyPublishers.ofByteArray(body.content())));
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            byte[] body = response.statusCode() == 200 ? in.readNBytes(question.largest() + 1) : new byte[0];
            if (body.length > question.largest()) {
                throw new Unanswered(Why.TOO_LARGE);
            }
            return new HttpAnswer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    body,
                    response.statusCode() / 100 == 3 ? elsewhere(question.address(), response) : Optional.empty());
        }
    }

    private static Optional<URI> elsewhere(URI asked, HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Location")
                    .map(asked::resolve)
                    .flatMap(address -> HttpAddress.of(address.toString()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What only a proxy can look up is the proxy's to reach; what this computer can is refused here. */
    private void demandPublic(URI address) throws Unanswered {
        try {
            InetAddress[] all = InetAddress.getAllByName(address.getHost());
            if (Arrays.stream(all).anyMatch(PrivateNetwork::contains)) {
                throw new Unanswered(Why.PRIVATE);
            }
        } catch (UnknownHostException e) {
            if (proxies.select(address).contains(Proxy.NO_PROXY)) {
                throw new Unanswered(Why.HOST_UNKNOWN, e);
            }
        }
    }

    private static boolean hasNoAddress(@Nullable Throwable failure) {
        return failure != null && (failure instanceof UnresolvedAddressException || hasNoAddress(failure.getCause()));
    }

    /** Ends its connections and its thread; whatever is under way is broken off. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
