// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.network.ClientKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What an authority and whoever asks it have agreed on.
 *
 * @param policy under which it is to stamp, as an OID; a token under another is refused
 * @param authorization what shows who asks, as HTTP has it
 * @param key the same by the key of a certificate
 */
public record TimestampTerms(Optional<String> policy, Optional<String> authorization, Optional<ClientKey> key) {

    public static final TimestampTerms NONE = new TimestampTerms(Optional.empty(), Optional.empty(), Optional.empty());

    /** As RFC 7617 has it: over TLS only, for it hides nothing. */
    public static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Without what nobody may see. */
    @Override
    public String toString() {
        return "TimestampTerms[" + policy.orElse("any policy") + "]";
    }
}
