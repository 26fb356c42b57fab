// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.SigningServices;
import cat.segell.credential.reference.KeyReference;
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
 * @param again sign also what the same person has signed already
 */
public record SignOrder(
        List<Path> inputs,
        List<Path> below,
        Optional<KeyReference> key,
        SignatureProfile profile,
        SigningServices services,
        Optional<Path> output,
        boolean notarise,
        boolean again,
        boolean allowExpired) {

    public SignOrder {
        inputs = List.copyOf(inputs);
        below = List.copyOf(below);
    }
}
