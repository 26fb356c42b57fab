// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.URI;
import java.util.Optional;

/**
 * What is asked of a service.
 *
 * @param address as {@link HttpAddress} gives it
 * @param body absent where something is only fetched
 * @param accept the content type that is wanted
 * @param largest answer that is read, in bytes
 * @param access what shows who asks, where nobody reads along
 */
public record HttpQuestion(URI address, Optional<Body> body, String accept, int largest, Optional<BasicAccess> access) {

    public HttpQuestion {
        if (access.isPresent() && !HttpAddress.hides(address)) {
            throw new IllegalArgumentException("a password would be read on the way to " + address);
        }
    }

    /** @param type its content type */
    public record Body(String type, byte[] content) {}

    /** Something is fetched. */
    public static HttpQuestion get(URI address, String accept, int largest) {
        return new HttpQuestion(address, Optional.empty(), accept, largest, Optional.empty());
    }

    /** Something is sent. */
    public static HttpQuestion post(URI address, Body body, String accept, int largest) {
        return new HttpQuestion(address, Optional.of(body), accept, largest, Optional.empty());
    }

    /** The same, showing who asks. */
    public HttpQuestion with(Optional<BasicAccess> shown) {
        return new HttpQuestion(address, body, accept, largest, shown);
    }

    @Override
    public String toString() {
        return "HttpQuestion[" + address + "]";
    }
}
