// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Through which HTTP proxy a service is asked: the one that is set, else the environment's ({@code https_proxy}, {@code
 * http_proxy}, {@code all_proxy}, {@code no_proxy}, in small letters or capitals), else the one that Java was told of. This
 * machine itself is never asked through one.
 */
public final class Proxies extends ProxySelector {

    private static final String NONE = "none";

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private static final int USUAL_PORT = 80;

    private final Optional<String> set;
    private final Map<String, String> environment;
    private final Supplier<ProxySelector> otherwise;

    private Proxies(Optional<String> set, Map<String, String> environment, Supplier<ProxySelector> otherwise) {
        this.set = set;
        this.environment = environment;
        this.otherwise = otherwise;
    }

    /** Every service is asked directly. */
    public static ProxySelector none() {
        return of(Optional.of(NONE));
    }

    /** @param set what {@link #accepts} */
    public static ProxySelector of(Optional<String> set) {
        return of(set, System.getenv(), ProxySelector::getDefault);
    }

    static ProxySelector of(Optional<String> set, Map<String, String> environment, Supplier<ProxySelector> otherwise) {
        return new Proxies(set, environment, otherwise);
    }

    /** Whether this can be set: {@code none}, or {@code http://HOST:PORT}. */
    public static boolean accepts(String word) {
        return word.equals(NONE) || (word.startsWith("http://") && proxy(word).isPresent());
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost();
        if (HttpAddress.isLoopback(address) || set.filter(NONE::equals).isPresent()) {
            return DIRECT;
        }
        if (set.isPresent()) {
            return List.of(proxy(set.get()).orElseThrow());
        }
        Optional<Proxy> told = variable(HttpAddress.isTls(address) ? "https_proxy" : "http_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(Proxies::proxy);
        if (told.isEmpty()) {
            return otherwise.get().select(address);
        }
        return spared(host) ? DIRECT : List.of(told.get());
    }

    /** Unset where it is empty, as curl has it. */
    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** Hosts and domains that are asked without one. */
    private boolean spared(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return variable("no_proxy").stream()
                .flatMap(all -> Arrays.stream(all.split("[,\\s]+", -1)))
                .map(each -> each.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> each.equals("*") || name.equals(each) || name.endsWith("." + each));
    }

    /** A name and a password in it would be sent in the clear: such an address isn't one. */
    private static Optional<Proxy> proxy(String word) {
        return HttpAddress.of(word.contains("://") ? word : "http://" + word)
                .map(address -> new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                                address.getHost(), address.getPort() == -1 ? USUAL_PORT : address.getPort())));
    }

    /** What doesn't answer is told where it was asked. */
    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
}
