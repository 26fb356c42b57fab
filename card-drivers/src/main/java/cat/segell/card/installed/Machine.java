// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import cat.segell.card.catalogue.ModulePath;
import cat.segell.card.catalogue.OperatingSystem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where things lie on a computer.
 *
 * @param architecture as the JVM names the processor
 * @param root another root than the system's own
 */
public record Machine(
        OperatingSystem system, String architecture, Map<String, String> environment, Optional<Path> root) {

    /** More than anybody has editions of one driver side by side. */
    private static final int MOST_MATCHES = 16;

    private static final Map<String, String> TRIPLETS = Map.of(
            "amd64", "x86_64-linux-gnu",
            "aarch64", "aarch64-linux-gnu",
            "riscv64", "riscv64-linux-gnu");

    private static final Pattern VARIABLE = Pattern.compile("%([A-Z()0-9]+)%");

    /** A drive's own path: a variable that names a network share is not taken. */
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:(?:\\\\[^\\\\/:]+)*\\\\?");

    public Machine {
        environment = Map.copyOf(environment);
    }

    public static Machine current(Map<String, String> environment) {
        return new Machine(OperatingSystem.current(), System.getProperty("os.arch", ""), environment, Optional.empty());
    }

    /** The files that stand where a module may lie, in order; none for another system or another kind of process. */
    public List<Path> files(ModulePath module) {
        if (module.system() != system || module.bits() != 64) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (String place : places(module.pattern())) {
            files.addAll(place.contains("*") ? matches(place) : List.of(path(place)));
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }

    /** A pattern with its places filled in, wildcards left. */
    List<String> places(String pattern) {
        if (pattern.startsWith("{lib}")) {
            return libraryFolders()
                    .map(folder -> folder + pattern.substring("{lib}".length()))
                    .toList();
        }
        Matcher variable = VARIABLE.matcher(pattern);
        if (!variable.lookingAt()) {
            return List.of(pattern);
        }
        return variable(variable.group(1))
                .map(folder -> folder.replaceFirst("\\\\$", "") + pattern.substring(variable.end()))
                .stream()
                .toList();
    }

    /** Where Linux keeps libraries of this processor: multi-arch, the two usual ones, and what was built here. */
    Stream<String> libraryFolders() {
        return Stream.concat(
                Optional.ofNullable(TRIPLETS.get(architecture)).map(triplet -> "/usr/lib/" + triplet).stream(),
                Stream.of("/usr/lib64", "/usr/lib", "/usr/local/lib64", "/usr/local/lib"));
    }

    /** Windows doesn't mind the case of a variable's name. */
    private Optional<String> variable(String name) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().toUpperCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .filter(value -> DRIVE.matcher(value).matches())
                .findFirst();
    }

    private List<Path> matches(String place) {
        Path pattern = path(place.replace('*', '\u0001'));
        String glob = String.valueOf(pattern.getFileName())
                .replaceAll("[\\\\\\[\\]{}?]", "\\\\$0")
                .replace('\u0001', '*');
        List<Path> matches = new ArrayList<>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(pattern.resolveSibling(""), glob)) {
            folder.forEach(matches::add);
        } catch (IOException | DirectoryIteratorException absentOrClosed) {
            return List.of();
        }
        return matches.stream().sorted().limit(MOST_MATCHES).toList();
    }

    /** A place of this system's, under the root. */
    Path path(String place) {
        return root.map(folder ->
                        folder.resolve(place.replace('\\', '/').replace(":", "").replaceFirst("^/+", "")))
                .orElseGet(() -> Path.of(place));
    }
}
