// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import java.util.Set;

/**
 * What one signature covers, and what came later.
 *
 * @param sealed whether it covers everything up to its end but the place of its own value, and this place holds nothing but
 *     the value and zeros
 * @param permission what the document's author had permitted by then
 * @param later every kind of change behind its end, whoever signed or stamped the result
 */
public record SignedRevision(boolean sealed, Permission permission, Set<LaterChange> later) {

    public SignedRevision {
        later = Set.copyOf(later);
    }
}
