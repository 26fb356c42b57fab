// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.problem.LedgerProblem.LogDamaged;
import cat.segell.problem.LedgerProblem.LogUnwritable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of a log, by names with slashes. Links are never followed below the folder: a log with a link in it was
 * tampered with.
 *
 * @param root absolute
 */
record LogFiles(Path root) {

    /** @return nothing where there is no such file */
    Optional<byte[]> read(String name, int limit) throws ProblemException {
        if (!exists(name)) {
            return Optional.empty();
        }
        Path file = at(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw damaged();
            }
            return Optional.of(content);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    boolean exists(String name) throws ProblemException {
        Path path = root;
        for (Path part : root.relativize(at(name))) {
            path = path.resolve(part);
            Optional<BasicFileAttributes> attributes = attributes(path);
            if (attributes.isEmpty()) {
                return false;
            }
            if (attributes.get().isSymbolicLink() || attributes.get().isOther()) {
                throw damaged();
            }
        }
        return true;
    }

    private Optional<BasicFileAttributes> attributes(Path path) throws ProblemException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Names of what lies directly in a folder; none where there is no such folder. */
    List<String> names(String folder) throws ProblemException {
        List<String> names = new ArrayList<>();
        if (!exists(folder)) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(folder))) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            return names;
        } catch (NoSuchFileException gone) {
            return names;
        } catch (DirectoryIteratorException e) {
            throw unwritable(new IOException(e));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    Path at(String name) {
        return root.resolve(name);
    }

    ProblemException damaged() {
        return new ProblemException(new LogDamaged(root));
    }

    ProblemException unwritable(IOException cause) {
        return new ProblemException(new LogUnwritable(root), cause);
    }
}
