// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file that somebody probably meant by a path at which there is none. */
final class NearFile {

    /** Nobody reads a suggestion out of more files than these. */
    private static final int MOST = 5_000;

    private static final Path HOME = Path.of("~");

    private NearFile() {}

    /** Nothing where nothing is near. */
    static Optional<Path> of(Path missing) {
        return of(missing, Path.of(System.getProperty("user.home", "")));
    }

    /** @param home what "~" stands for */
    static Optional<Path> of(Path missing, Path home) {
        Path meant = behindHome(missing).map(home::resolve).orElse(missing);
        return Files.isRegularFile(meant) ? Optional.of(meant) : beside(meant);
    }

    /** A shell puts the home folder in the place of "~" only where it isn't quoted. */
    static boolean isInQuotedHome(Path path) {
        return behindHome(path).isPresent();
    }

    private static Optional<Path> behindHome(Path path) {
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            if (path.getName(i).equals(HOME)) {
                return Optional.of(path.subpath(i + 1, path.getNameCount()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> beside(Path path) {
        Path name = path.getFileName();
        Path folder = path.getParent();
        return name == null || folder == null
                ? Optional.empty()
                : Nearest.of(name.toString(), files(folder)).map(folder::resolve);
    }

    private static List<String> files(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : all) {
                names.add(String.valueOf(file.getFileName()));
                if (names.size() == MOST) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        return names;
    }
}
