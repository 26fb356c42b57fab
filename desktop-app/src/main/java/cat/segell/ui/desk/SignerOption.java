// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateFacts;
import cat.segell.credential.Credential;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/**
 * Somebody who may sign, or could if it weren't for something.
 *
 * @param unfit why this one can't sign now
 * @param timestamps whether there is an authority that stamps this one's signatures
 */
public record SignerOption(
        Credential credential, CertificateFacts facts, Optional<Problem> unfit, boolean timestamps, IssuersWays ways) {

    /** How to have it renewed, where it is time. */
    public Optional<Route> renewal() {
        return ways.renewal();
    }

    /** The entity that it signs for, in the words of the certificate; empty for a citizen. */
    String organisation() {
        return facts.organisation().orElse("");
    }

    public boolean real() {
        return !credential.practice();
    }

    /** Its PIN was refused too often. */
    public boolean locked() {
        return credential.token().pin().isLocked();
    }

    /** Its key is in a file that was opened here, not on a card. */
    public boolean inKeyFile() {
        return credential.token().place() instanceof TokenPlace.KeyFile;
    }

    /** The card that it is on, where there is a driver to give that one another PIN. */
    public Optional<TokenChoice> card() {
        try {
            return KeyReference.parse(credential.key()) instanceof Pkcs11Key(Pkcs11Uri uri)
                    ? Optional.of(TokenChoice.of(uri))
                    : Optional.empty();
        } catch (ProblemException e) {
            throw new IllegalStateException("a key's own reference can't be read", e);
        }
    }

    public boolean sameAs(SignerOption other) {
        return credential.id().equals(other.credential.id());
    }
}
