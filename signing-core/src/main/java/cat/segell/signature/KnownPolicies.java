// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Signature policies whose hash and address need not be given: {@code signature-policies.properties}. */
public final class KnownPolicies {

    private static final Properties POLICIES = load();

    private KnownPolicies() {}

    private static Properties load() {
        try (InputStream in =
                Objects.requireNonNull(KnownPolicies.class.getResourceAsStream("signature-policies.properties"))) {
            Properties policies = new Properties();
            policies.load(in);
            return policies;
        } catch (IOException e) {
            throw new LinkageError("ours", e);
        }
    }

    /** @param oid dotted decimal */
    public static Optional<SigningPolicy> of(String oid) {
        return Optional.ofNullable(POLICIES.getProperty(oid + ".hash"))
                .map(hash -> new SigningPolicy(
                        oid,
                        new SigningPolicy.Hash(POLICIES.getProperty(oid + ".hash-algorithm"), hash),
                        URI.create(POLICIES.getProperty(oid + ".url"))));
    }
}
