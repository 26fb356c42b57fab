// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that can be asked. */
public final class HttpAddress {

    private static final int LAST_PORT = 65_535;

    /** On this machine nobody listens on the way. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private HttpAddress() {}

    /** @return absent where it is not an http or https address of a host with a port that there is, or names a user */
    public static Optional<URI> of(String text) {
        try {
            URI address = URI.create(text);
            boolean http = "http".equalsIgnoreCase(address.getScheme()) || isTls(address);
            boolean port = address.getPort() == -1 || (address.getPort() > 0 && address.getPort() <= LAST_PORT);
            return http && port && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether nobody on the way can read what is sent there. */
    public static boolean hides(URI address) {
        return isTls(address) || isLoopback(address);
    }

    static boolean isLoopback(URI address) {
        return LOOPBACK.contains(address.getHost());
    }

    public static boolean isTls(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Whether both are one place, in whatever case and with or without what is understood (RFC 3986 §6.2.2, §6.2.3). */
    public static boolean same(URI one, URI other) {
        return plain(one).equals(plain(other));
    }

    private static URI plain(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = isTls(address) ? 443 : 80;
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(scheme
                + "://"
                + address.getHost().toLowerCase(Locale.ROOT)
                + ":"
                + (address.getPort() == -1 ? usual : address.getPort())
                + path
                + query);
    }
}
