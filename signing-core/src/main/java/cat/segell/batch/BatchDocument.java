// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to sign.
 *
 * @param below its path below the folder that the person named, so that an output folder keeps the structure; for a file
 *     named itself, just its name
 * @param shown of the content that the person was shown, where it was: no other is signed
 * @param supplied what stands for its content where nobody has that
 * @param again sign it also where the same person has signed it already
 */
public record BatchDocument(Path input, Path below, Optional<Digest> shown, Optional<Digest> supplied, boolean again) {

    /** One of which nothing was shown. */
    public BatchDocument(Path input, Path below) {
        this(input, below, Optional.empty(), Optional.empty(), false);
    }

    public static BatchDocument of(Path input) {
        return new BatchDocument(input, input.getFileName() == null ? input : input.getFileName());
    }

    /** The same, of which this content was shown. */
    public BatchDocument showing(Digest content) {
        return new BatchDocument(input, below, Optional.of(content), supplied, again);
    }

    /** The same, to be signed also where this person has signed it already. */
    public BatchDocument signAgain() {
        return new BatchDocument(input, below, shown, supplied, true);
    }

    /** The same, of which nobody has more than this digest. */
    public BatchDocument supplying(Digest digest) {
        return new BatchDocument(input, below, shown, Optional.of(digest), again);
    }

    DocumentFile read(WorkFolder work) throws ProblemException {
        return supplied.isPresent()
                ? DocumentFile.ofDigest(input, supplied.get(), work)
                : DocumentFile.read(input, work);
    }
}
