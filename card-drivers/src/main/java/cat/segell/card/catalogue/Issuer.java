// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.util.List;

/**
 * Who issues certificates, and the routes that its holders take.
 *
 * @param policies arcs of certificate policies; the longest that fits decides
 */
public record Issuer(String id, String name, String country, List<String> policies, Routes routes) {

    /**
     * What its holders do.
     *
     * @param unblock where the PIN is locked or forgotten
     * @param pukLocked where what unblocks it is locked as well
     */
    public record Routes(Route unblock, Route pukLocked, Route changePin, Route renew) {}

    /** Whose certificates nothing else fits. */
    static final String OTHER = "other";

    public Issuer {
        policies = List.copyOf(policies);
    }

    static boolean isIn(String arc, String policy) {
        return policy.equals(arc) || policy.startsWith(arc + ".");
    }

    /** Length of the longest arc that a policy lies in, 0 where none does. */
    int fits(String policy) {
        return policies.stream()
                .filter(arc -> isIn(arc, policy))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
