// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.nio.file.Path;

/**
 * A file to sign.
 *
 * @param below its path below the folder that the person named, so that an output folder keeps the structure; for a file
 *     named itself, just its name
 */
public record BatchDocument(Path input, Path below) {

    public static BatchDocument of(Path input) {
        return new BatchDocument(input, input.getFileName() == null ? input : input.getFileName());
    }
}
