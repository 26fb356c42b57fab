// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.BatchRequest;
import cat.segell.signature.SignatureProfile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for, but its documents: enough to go on.
 *
 * @param key the reference that finds the credential again, in the form of {@code --key}
 * @param certificateSha256 of the certificate that was shown
 */
public record BatchOrder(
        String key,
        String certificateSha256,
        SignatureProfile profile,
        Optional<Path> output,
        boolean notarise,
        boolean allowExpired,
        AskedServices services) {

    static BatchOrder of(BatchRequest request, AskedServices services) {
        return new BatchOrder(
                request.credential().key(),
                request.credential().id().certificateSha256(),
                request.profile(),
                request.output(),
                request.notarise(),
                request.allowExpired(),
                services);
    }
}
