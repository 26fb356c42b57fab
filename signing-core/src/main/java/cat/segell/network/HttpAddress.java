// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.URI;
import java.util.Optional;

/** Addresses that can be asked. */
public final class HttpAddress {

    private HttpAddress() {}

    /** @return absent where it is not an http or https address of a host, or names a user */
    public static Optional<URI> of(String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return http && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
