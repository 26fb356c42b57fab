// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import java.util.Set;

/**
 * What a signed file holds, as we read it.
 *
 * @param signatures of the document itself, none of them inside another one; the engine must find as many
 * @param counters those inside of them that sign another signature, at any depth
 * @param detached whether what they sign lies elsewhere
 * @param reasons what speaks against all of them
 */
public record Coverage(int signatures, Counters counters, boolean detached, Set<Reason> reasons) {

    /**
     * Counter-signatures.
     *
     * @param reasons what speaks against all of them
     */
    public record Counters(int count, Set<Reason> reasons) {
        static final Counters NONE = new Counters(0, Set.of());

        public Counters {
            reasons = Set.copyOf(reasons);
        }

        static Counters of(int count) {
            return new Counters(count, Set.of());
        }
    }

    /** In bytes: files that are read into memory as a whole. A document of 32 MiB in base64 has room. */
    public static final long LARGEST = 64 << 20;

    static final Coverage NONE = new Coverage(0, Counters.NONE, false, Set.of());

    public Coverage {
        reasons = Set.copyOf(reasons);
    }
}
