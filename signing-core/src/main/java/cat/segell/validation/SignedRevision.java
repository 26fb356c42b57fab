// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import java.util.Set;

/**
 * What one signature covers, and what came later.
 *
 * @param seal of its own value's place, the one that it doesn't cover
 * @param permission what the document's author had permitted by then
 * @param certified whether it is this very signature that permits it
 * @param later every kind of change behind its end, whoever signed or stamped the result
 */
public record SignedRevision(Seal seal, Permission permission, boolean certified, Set<LaterChange> later) {

    /** Whether everything up to its end is covered but the place of its own value. */
    public enum Seal {
        /** The place holds nothing but the value and zeros. */
        WHOLE,
        /** It holds one string and nothing else, which is no signature. */
        BROKEN,
        /** It holds something else, or isn't there. */
        OPEN
    }

    /** Of which it makes no difference who permitted it. */
    SignedRevision(Seal seal, Permission permission, Set<LaterChange> later) {
        this(seal, permission, false, later);
    }

    public SignedRevision {
        later = Set.copyOf(later);
    }
}
