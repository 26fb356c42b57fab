// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.credential.reference.KeyReference;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.List;

/** One way to get at keys: PKCS#11 tokens, key files, the practice card. */
public interface CredentialSource {

    /** Whether references of this kind are this source's to find. */
    boolean serves(KeyReference reference);

    /** All that can be seen without a secret and without a reference. Never asks, never fails: problems are listed. */
    Listing list();

    /**
     * What a reference names.
     *
     * @param entry asked only where the certificates themselves can't be read without it (most key files)
     * @return one credential, or all that the reference fits
     * @throws ProblemException a {@code KeyProblem} when nothing usable is named, or a {@code PinProblem}
     */
    List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException;

    /**
     * Opens a credential for signing, by its {@link CredentialId}: when the token was changed meanwhile, this fails.
     *
     * @throws ProblemException a {@code KeyProblem} or {@code PinProblem}
     */
    OpenCredential open(Credential credential, PinEntry entry) throws ProblemException;

    /** What came up while looking and a person should know although it stops nothing. It is told again until it is taken. */
    default List<Problem> notices() {
        return List.of();
    }

    /** The same, by whoever tells it to a person: it is told once. What only a program reads takes nothing. */
    default List<Problem> takeNotices() {
        return List.of();
    }
}
