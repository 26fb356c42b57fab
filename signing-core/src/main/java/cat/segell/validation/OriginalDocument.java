// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.document.DetachedName;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a signature in a file of its own signs: asked for only then. */
@FunctionalInterface
public interface OriginalDocument {

    OriginalDocument NONE = Optional::empty;

    /** The one that a signature's name stands for, in the same folder; read into the signature's work folder. */
    static OriginalDocument beside(DocumentFile signature) {
        return () -> {
            Optional<Path> place = DetachedName.originals(signature.source()).stream()
                    .filter(Files::isRegularFile)
                    .findFirst();
            return place.isPresent() ? Optional.of(DocumentFile.read(place.get(), signature.work())) : Optional.empty();
        };
    }

    /** @throws ProblemException a {@code DocumentProblem} where it is there and can't be read */
    Optional<DocumentFile> read() throws ProblemException;
}
