// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import java.util.Set;

/**
 * What a signed file holds, as we read it.
 *
 * @param signatures of the document itself, none of them inside another one; the engine must find as many
 * @param detached whether what they sign lies elsewhere
 * @param reasons what speaks against all of them
 */
public record Coverage(int signatures, boolean detached, Set<Reason> reasons) {

    /** In bytes: files that are read into memory as a whole. A document of 32 MiB in base64 has room. */
    public static final long LARGEST = 64 << 20;

    static final Coverage NONE = new Coverage(0, false, Set.of());

    public Coverage {
        reasons = Set.copyOf(reasons);
    }
}
