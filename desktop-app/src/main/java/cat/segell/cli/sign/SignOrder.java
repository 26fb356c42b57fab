// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.SigningServices;
import cat.segell.app.settings.LevelChoice;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.DocumentScan;
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
 * @param below folders of which files that are named themselves keep their path below the output folder
 * @param key absent to take the only one that is fit
 * @param level that of the profile, and why it is that one; absent where there was nothing to decide
 * @param supplied the digest that stands for the only input where that isn't here
 * @param again sign also what the same person has signed already
 */
public record SignOrder(
        List<Path> inputs,
        List<Path> below,
        Optional<KeyReference> key,
        SignatureProfile profile,
        Optional<LevelChoice> level,
        SigningServices services,
        Optional<Path> output,
        Optional<Digest> supplied,
        boolean notarise,
        boolean again,
        boolean allowExpired) {

    public SignOrder {
        inputs = List.copyOf(inputs);
        below = List.copyOf(below);
    }

    /** @param kind of documents that a folder stands for */
    DocumentScan scan(DocumentKind kind) {
        return supplied.map(digest -> new DocumentScan(
                        List.of(BatchDocument.of(inputs.getFirst()).supplying(digest)), List.of()))
                .orElseGet(() -> DocumentScan.of(inputs, kind, below));
    }
}
