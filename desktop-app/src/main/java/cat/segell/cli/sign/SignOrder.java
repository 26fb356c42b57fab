// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.SigningServices;
import cat.segell.app.settings.LevelChoice;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.DocumentScan;
import cat.segell.batch.journal.Resumption;
import cat.segell.credential.Credential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.document.Digest;
import cat.segell.document.DocumentKind;
import cat.segell.signature.SignatureProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be signed, and how.
 *
 * @param inputs files and folders
 * @param key absent to take the only one that is fit
 * @param level that of the profile, and why it is that one; absent where there was nothing to decide
 * @param supplied the digest that stands for the only input where that isn't here
 * @param again sign also what the same person has signed already
 * @param resumed the batch that is taken up again
 */
public record SignOrder(
        List<Path> inputs,
        Optional<KeyReference> key,
        SignatureProfile profile,
        Optional<LevelChoice> level,
        SigningServices services,
        Optional<Path> output,
        Optional<Digest> supplied,
        boolean notarise,
        boolean again,
        boolean allowExpired,
        Optional<Resumption> resumed) {

    public SignOrder {
        inputs = List.copyOf(inputs);
    }

    /** @param kind of documents that a folder stands for */
    DocumentScan scan(DocumentKind kind) {
        Optional<List<BatchDocument>> known = resumed.map(Resumption::left)
                .or(() -> supplied.map(
                        digest -> List.of(BatchDocument.of(inputs.getFirst()).supplying(digest))));
        return known.map(documents -> new DocumentScan(documents, List.of()))
                .orElseGet(() -> DocumentScan.of(inputs, kind));
    }

    /** Whether that is the key of the batch that is taken up again. */
    boolean signsWith(Credential credential) {
        return resumed.map(batch -> batch.batch().order().certificateSha256())
                .filter(shown -> !shown.equals(credential.id().certificateSha256()))
                .isEmpty();
    }
}
