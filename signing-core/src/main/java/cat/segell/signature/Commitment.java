// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a signature stands for (ETSI TS 119 172-1 annex B, with the OIDs of EN 319 122-1 §5.2.3). */
public enum Commitment {
    /** The signer made, approved and sent it. */
    ORIGIN,
    RECEIPT,
    DELIVERY,
    SENDER,
    APPROVAL,
    CREATION;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word in any case */
    public static Optional<Commitment> of(String word) {
        return Arrays.stream(values())
                .filter(commitment -> commitment.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
