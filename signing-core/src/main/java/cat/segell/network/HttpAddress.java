// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.URI;
import java.util.Optional;

/** Addresses that can be asked. */
public final class HttpAddress {

    private static final int LAST_PORT = 65_535;

    private HttpAddress() {}

    /** @return absent where it is not an http or https address of a host with a port that there is, or names a user */
    public static Optional<URI> of(String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            boolean port = address.getPort() == -1 || (address.getPort() > 0 && address.getPort() <= LAST_PORT);
            return http && port && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
