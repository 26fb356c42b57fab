// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.document.Digest;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signature the author of a field admits.
 *
 * @param signers SHA-256 of the certificates of which it has to be one; absent where none is demanded
 * @param issuers likewise of those of which one has to have issued it, or its issuer
 * @param further whether more is demanded of a certificate, of which Segell can’t tell
 */
public record FieldAdmission(Optional<Set<Digest>> signers, Optional<Set<Digest>> issuers, boolean further) {

    public static final FieldAdmission ANYBODY = new FieldAdmission(Optional.empty(), Optional.empty(), false);

    public FieldAdmission {
        signers = signers.map(Set::copyOf);
        issuers = issuers.map(Set::copyOf);
    }

    /** Whether it was made for just this one and few others. */
    public boolean names(Digest certificate) {
        return signers.filter(named -> named.contains(certificate)).isPresent();
    }

    /** @param above the certificates between this one and its root */
    public boolean admits(Digest certificate, Set<Digest> above) {
        return !further
                && (signers.isEmpty() || names(certificate))
                && issuers.filter(named -> Collections.disjoint(named, above)).isEmpty();
    }
}
