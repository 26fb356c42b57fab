// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import java.net.URI;

/** Whoever says when something existed (RFC 3161). */
public interface TimestampAuthority {

    /** In bytes; signed files keep so much room. Known qualified authorities stay below 8 kB. */
    int LARGEST_TOKEN = 16 * 1024;

    /** For messages; {@code practice:} for the practice authority. */
    URI address();

    /**
     * Whether it is known, before anything is sent, that it won't be asked.
     *
     * @throws ProblemException {@code TSA-PRIVATE}
     */
    default void demandAllowed() throws ProblemException {}

    /**
     * @param imprint the digest that is stamped
     * @return DER of the TimeStampToken (a CMS SignedData), checked to be one over this imprint, not longer than {@link
     *     #LARGEST_TOKEN}
     * @throws ProblemException a {@code ServiceProblem}
     */
    byte[] token(Digest imprint) throws ProblemException;
}
