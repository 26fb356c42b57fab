// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem.OutputNameTooLong;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** How long names can be, which only the file system itself knows: it is asked without anything being written. */
final class NameLength {

    private NameLength() {}

    /**
     * Whoever looks a name up that the system can't have is told so, and not that there is no such file.
     *
     * @param place in a folder that is there
     * @throws ProblemException {@code OUTPUT-NAME-TOO-LONG}
     */
    static void guard(Path place) throws ProblemException {
        guard(place, place);
    }

    /** @param asked the same name in a folder that is there */
    static void guard(Path place, Path asked) throws ProblemException {
        try {
            Files.readAttributes(asked, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException | AccessDeniedException _) {
            // It is free, or writing says what is the matter.
        } catch (FileSystemException e) {
            if (isFree(asked.resolveSibling(UUID.randomUUID().toString()))) {
                throw new ProblemException(new OutputNameTooLong(place), e);
            }
        } catch (IOException _) {
            // Writing says what is the matter.
        }
    }

    /** A short name beside it is answered: then it isn't the folder, nor the way to it, that is at fault. */
    private static boolean isFree(Path other) {
        try {
            Files.readAttributes(other, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return false;
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
