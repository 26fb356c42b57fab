// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.net.URI;

/** A service can't be reached or answers wrongly, so the request can't be met as asked. Exit status 5. */
public sealed interface ServiceProblem extends Problem {

    record TsaUnreachable(URI address) implements ServiceProblem {}

    /** Nobody knows a computer of this name: misspelt, or there is no network to ask. */
    record TsaHostUnknown(URI address) implements ServiceProblem {}

    /** @param status HTTP status or PKIStatus text */
    record TsaRefused(URI address, String status) implements ServiceProblem {}

    /** Not a token for what was sent: imprint, nonce, signature or format is wrong. */
    record TsaInvalid(URI address) implements ServiceProblem {}

    /**
     * What shows that the certificates were in force could not be had.
     *
     * @param services addresses of those that told nothing, with commas
     */
    record EvidenceMissing(String services) implements ServiceProblem {}

    /** There is nobody who could show that the certificates were in force. */
    record EvidenceNone() implements ServiceProblem {}

    /** On this machine or in a private network, and nobody allowed that. */
    record TsaPrivate(URI address) implements ServiceProblem {}
}
