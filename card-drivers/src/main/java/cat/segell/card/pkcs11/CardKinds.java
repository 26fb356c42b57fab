// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.credential.Credential;

/** What is known of a card by its kind, before anybody logs in. */
@FunctionalInterface
public interface CardKinds {

    /** Where nothing is known of kinds. */
    CardKinds UNKNOWN = _ -> false;

    /** Whether the key is known to want the PIN before each signature; never on suspicion. */
    boolean wantsPinEachTime(Credential credential);
}
