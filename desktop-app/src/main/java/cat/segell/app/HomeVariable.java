// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The variable {@code HOME}, which says where a person's folder is (POSIX, and the XDG directories that start from it). Java
 * asks the system's list of users instead, and so does whatever in it or in a library asks for {@code user.home}.
 */
final class HomeVariable {

    private HomeVariable() {}

    /** Makes Java believe it, for this process. Before anything asks where the home is. */
    static void obey(Map<String, String> environment) {
        of(environment, System.getProperty("os.name", ""))
                .ifPresent(home -> System.setProperty("user.home", home.toString()));
    }

    /** Absent where it isn't set, isn't absolute, or where the system has other names for it. */
    static Optional<Path> of(Map<String, String> environment, String system) {
        return Optional.ofNullable(environment.get("HOME"))
                .filter(_ -> !system.startsWith("Windows"))
                .flatMap(HomeVariable::path)
                .filter(Path::isAbsolute);
    }

    /** Absent where this locale has no characters for it: then Java couldn't open anything there either. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
