// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * How this process turns names into addresses: as Java does, but for a name that is guarded no address of a private network
 * comes out. A name may lead elsewhere when the connection is made than it did when it was looked at (DNS rebinding), and
 * the JDK's HTTP client looks it up by itself: so the look-up is where it is refused. Java finds this class by its entry in
 * {@code META-INF/services}.
 */
public final class GuardedNames extends InetAddressResolverProvider {

    /** How many questions under way guard a name. */
    private static final ConcurrentMap<String, Integer> GUARDED = new ConcurrentHashMap<>();

    /** Ends with the question that it was made for. */
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Guarded(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "segell";
    }

    /** Until the last one for this name is closed; a question that may go into the private network waits for none of them. */
    static Guard guard(String host) {
        String key = key(host);
        GUARDED.merge(key, 1, Integer::sum);
        return () -> GUARDED.computeIfPresent(key, (_, guards) -> guards > 1 ? guards - 1 : null);
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /** @param builtin Java's own */
    record Guarded(InetAddressResolver builtin) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            // Asked before the slow look-up: a question that is given up meanwhile gets no private address either.
            boolean guarded = GUARDED.containsKey(key(host));
            List<InetAddress> found = builtin.lookupByName(host, policy).toList();
            if (guarded && found.stream().anyMatch(PrivateNetwork::contains)) {
                throw new UnknownHostException(host + " leads into a private network now");
            }
            return found.stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}
