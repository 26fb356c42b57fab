// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules that registered themselves with p11-kit, read as text: p11-kit itself would load them all into our process. A file
 * of the person's comes before the administrator's, and that before the package's; the same name means the same module.
 */
record P11Kit(Machine machine) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\\.module");

    /** In the order of their priorities, then of their names. Files that exist. */
    List<Path> modules() {
        Map<String, P11KitEntry> entries = new TreeMap<>();
        for (Path folder : folders()) {
            for (Path file : files(folder)) {
                add(file, entries);
            }
        }
        return entries.values().stream()
                .filter(P11KitEntry::serves)
                .sorted(Comparator.comparingInt(P11KitEntry::priority).reversed())
                .flatMap(entry -> module(entry.module()).stream())
                .toList();
    }

    private static void add(Path file, Map<String, P11KitEntry> entries) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
            P11KitEntry.read(file).ifPresent(entry -> entries.merge(name.group(1), entry, P11KitEntry::over));
        }
    }

    private List<Path> folders() {
        Optional<Path> own = own();
        String mode = mode(own);
        List<Path> folders = new ArrayList<>();
        if (!mode.equals("none")) {
            own.map(folder -> folder.resolve("modules")).ifPresent(folders::add);
        }
        if (!mode.equals("only")) {
            folders.add(machine.path("/etc/pkcs11/modules"));
            folders.add(machine.path("/usr/share/p11-kit/modules"));
        }
        return folders;
    }

    /** The administrator's word, and the person's where the administrator lets them have one. */
    private String mode(Optional<Path> own) {
        String mode = config(machine.path("/etc/pkcs11/pkcs11.conf")).orElse("merge");
        return mode.equals("none")
                ? mode
                : own.flatMap(folder -> config(folder.resolve("pkcs11.conf"))).orElse(mode);
    }

    private static Optional<String> config(Path file) {
        return P11KitEntry.read(file).flatMap(P11KitEntry::userConfig);
    }

    private Optional<Path> own() {
        String config = machine.environment().getOrDefault("XDG_CONFIG_HOME", "");
        String home = machine.environment().getOrDefault("HOME", "");
        if (config.startsWith("/")) {
            return Optional.of(machine.path(config + "/pkcs11"));
        }
        return home.startsWith("/") ? Optional.of(machine.path(home + "/.config/pkcs11")) : Optional.empty();
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.module")) {
            all.forEach(files::add);
        } catch (IOException | DirectoryIteratorException absentOrClosed) {
            return List.of();
        }
        return files;
    }

    /** A relative name means p11-kit's own folders, and stays in them. */
    private Optional<Path> module(String name) {
        if (name.startsWith("/")) {
            return Optional.of(machine.path(name)).filter(Files::isRegularFile);
        }
        if (name.contains("..")) {
            return Optional.empty();
        }
        return machine.libraryFolders()
                .map(folder -> machine.path(folder + "/pkcs11/" + name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
