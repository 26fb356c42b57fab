// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * What a signed file holds, as we read it.
 *
 * @param signatures of the document itself, none of them inside another one; the engine must find as many
 * @param names identifiers of theirs, where each has its own; empty where the format has none
 * @param counters those inside of them that sign another signature, at any depth
 * @param detached whether what they sign lies elsewhere
 * @param reasons what speaks against all of them
 */
public record Coverage(int signatures, Set<String> names, Counters counters, boolean detached, Set<Reason> reasons) {

    /**
     * Counter-signatures.
     *
     * @param apart whether one of them signs something else than the signature that holds it, or may
     * @param sound identifiers of those that don't
     */
    public record Counters(int count, boolean apart, Set<String> sound) {
        static final Counters NONE = of(0);

        public Counters {
            sound = Set.copyOf(sound);
        }

        static Counters of(int count) {
            return new Counters(count, false, Set.of());
        }

        /** Of two files: identifiers tell signatures of one apart. */
        Counters and(Counters other) {
            Set<String> names = count == 0 ? other.sound : other.count == 0 ? sound : Set.of();
            return new Counters(count + other.count, apart || other.apart, names);
        }

        /**
         * Whether one of them signs the signature that holds it.
         *
         * @param id its identifier, where it has one
         * @param seen how many the engine sees
         */
        public boolean holds(Optional<String> id, int seen) {
            return (!apart && seen <= count) || id.filter(sound::contains).isPresent();
        }
    }

    /** In bytes: files that are read into memory as a whole. A document of 32 MiB in base64 has room. */
    public static final long LARGEST = 64 << 20;

    static final Coverage NONE = new Coverage(0, Set.of(), Counters.NONE, false, Set.of());

    public Coverage {
        names = Set.copyOf(names);
        reasons = Set.copyOf(reasons);
    }

    /**
     * Whether one is of the document itself.
     *
     * @param id its identifier, where it has one
     * @param seen how many the engine sees
     */
    public boolean holds(Optional<String> id, int seen) {
        return seen <= signatures || id.filter(names::contains).isPresent();
    }
}
