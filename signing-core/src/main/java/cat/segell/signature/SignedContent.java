// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A signed document in the work folder, not yet in its place.
 *
 * @param level the level that was reached
 * @param missed why the level that was asked for was not reached, where it was not
 * @param sha256 of the file, where it is known without reading it
 */
public record SignedContent(Path file, SignatureLevel level, Optional<Problem> missed, Optional<Digest> sha256) {

    /** Of a file that nobody has hashed. */
    public SignedContent(Path file, SignatureLevel level, Optional<Problem> missed) {
        this(file, level, missed, Optional.empty());
    }
}
