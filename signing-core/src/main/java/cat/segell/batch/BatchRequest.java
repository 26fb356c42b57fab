// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.Credential;
import cat.segell.signature.SignatureProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked for, complete: nothing is asked again but the PIN.
 *
 * @param credential the one that was shown
 * @param output where signed files go; absent means beside each input
 * @param notarise also record the signed files in the ledger
 * @param allowExpired sign although the certificate is expired
 */
public record BatchRequest(
        List<BatchDocument> documents,
        Credential credential,
        SignatureProfile profile,
        Optional<Path> output,
        boolean notarise,
        boolean allowExpired) {

    public BatchRequest {
        documents = List.copyOf(documents);
    }
}
