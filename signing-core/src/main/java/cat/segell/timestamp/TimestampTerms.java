// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.certificate.Oid;
import cat.segell.network.BasicAccess;
import cat.segell.network.ClientKey;
import java.util.Optional;

/**
 * What an authority and whoever asks it have agreed on.
 *
 * @param policy under which it is to stamp, as an OID; a token under another is refused
 * @param access what shows who asks; whoever uses these terms closes it
 * @param key the same by the key of a certificate
 */
public record TimestampTerms(Optional<String> policy, Optional<BasicAccess> access, Optional<ClientKey> key)
        implements AutoCloseable {

    public static final TimestampTerms NONE = new TimestampTerms(Optional.empty(), Optional.empty(), Optional.empty());

    public TimestampTerms {
        if (policy.isPresent() && !Oid.is(policy.get())) {
            throw new IllegalArgumentException("not an OID: " + policy.get());
        }
    }

    /** Wipes the password. */
    @Override
    public void close() {
        access.ifPresent(BasicAccess::close);
    }

    /** Without what nobody may see. */
    @Override
    public String toString() {
        return "TimestampTerms[" + policy.orElse("any policy") + "]";
    }
}
