// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Arrays;
import java.util.Optional;

/** Baseline levels of ETSI EN 319 142-1 and its siblings, each holding the ones before. */
public enum SignatureLevel {
    /** Signed. */
    B,
    /** With a time-stamp over the signature. */
    T,
    /** With everything needed to check it later. */
    LT,
    /** Sealed again with an archive time-stamp. */
    LTA;

    /** By its name, in letters of either case. */
    public static Optional<SignatureLevel> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Whether it needs what the issuers say of the certificates. */
    public boolean holdsEvidence() {
        return this == LT || this == LTA;
    }
}
