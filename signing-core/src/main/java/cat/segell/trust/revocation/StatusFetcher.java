// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.problem.ProblemException;
import java.net.URI;

/** Gets what issuers publish of their certificates. What comes back is not verified yet. */
public interface StatusFetcher {

    /**
     * @param responder as a certificate names it
     * @param request DER of an OCSPRequest (RFC 6960)
     * @return whatever came back
     * @throws ProblemException a {@code RevocationProblem}
     */
    byte[] answer(URI responder, byte[] request) throws ProblemException;

    /**
     * @param address of a list of revoked certificates, as a certificate names it
     * @return whatever came back
     * @throws ProblemException a {@code RevocationProblem}
     */
    byte[] list(URI address) throws ProblemException;
}
