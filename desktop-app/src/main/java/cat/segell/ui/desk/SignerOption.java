// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateFacts;
import cat.segell.credential.Credential;
import cat.segell.credential.PinState;
import cat.segell.credential.TokenPlace;
import cat.segell.problem.Problem;
import java.util.Optional;

/**
 * Somebody who may sign, or could if it weren't for something.
 *
 * @param unfit why this one can't sign now
 * @param timestamps whether there is an authority that stamps this one's signatures
 * @param renewal how to have it renewed, where it is time
 */
public record SignerOption(
        Credential credential,
        CertificateFacts facts,
        Optional<Problem> unfit,
        boolean timestamps,
        Optional<Route> renewal) {

    /** The entity that it signs for, in the words of the certificate; empty for a citizen. */
    String organisation() {
        return facts.organisation().orElse("");
    }

    public boolean real() {
        return !credential.practice();
    }

    /** Its PIN was refused too often. */
    public boolean locked() {
        return credential.token().pin() == PinState.LOCKED;
    }

    /** Its key is in a file that was opened here, not on a card. */
    public boolean inKeyFile() {
        return credential.token().place() instanceof TokenPlace.KeyFile;
    }

    public boolean sameAs(SignerOption other) {
        return credential.id().equals(other.credential.id());
    }
}
