// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.batch.journal.BatchOrder;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.problem.KeyProblem.KeyReplaced;
import cat.segell.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/** The key that a batch was begun with: what is left of it is signed with no other. */
public record FormerKey(BatchOrder order) {

    /** A practice card failed as it was told to; nobody practises the same failure once more to get the rest signed. */
    public KeyReference reference() throws ProblemException {
        KeyReference key = KeyReference.parse(order.key());
        return key instanceof PracticeKey(String card, Optional<String> _)
                ? new PracticeKey(card, Optional.empty())
                : key;
    }

    /**
     * @param entry for what has to be opened to be seen
     * @throws ProblemException {@code KEY-REPLACED}, or as {@link KeyChoice#choose}
     */
    public Credential in(CredentialSource source, PinEntry entry) throws ProblemException {
        KeyChoice choice = new KeyChoice(source, Clock.systemUTC(), () -> {
            throw new IllegalStateException("the key is named");
        });
        Credential found = choice.choose(Optional.of(reference()), entry, order.allowExpired());
        if (!found.id().certificateSha256().equals(order.certificateSha256())) {
            throw new ProblemException(new KeyReplaced(found.key()));
        }
        return found;
    }
}
