// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.problem.ProblemException;

/** A key after its PIN was accepted: one session, many signatures. */
public interface OpenCredential extends AutoCloseable {

    Credential credential();

    /**
     * @return the raw signature as CMS carries it: RSA block, or ECDSA as a DER sequence of r and s. Not yet checked: the
     *     caller verifies it with {@code credential().certificate()}
     */
    byte[] sign(DigestToSign digest) throws ProblemException;

    /** How often the PIN is wanted: now it is known. */
    default PinUse pinUse() {
        return PinUse.LOGIN;
    }

    @Override
    void close();
}
