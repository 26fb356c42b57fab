// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A signed document in the work folder, not yet in its place.
 *
 * @param level the level that was reached
 * @param missed why the level that was asked for was not reached, where it was not
 */
public record SignedContent(Path file, SignatureLevel level, Optional<Problem> missed) {}
