// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Empty sources with the real launcher, and all that it meets of a machine: the variables, the programs on the PATH and the
 * person's own folder are the test's. Only where it looks for JDKs by fixed paths it meets this machine's.
 */
final class Checkout {

    /** What every system has. Its list here is what the launcher may take for given. */
    private static final List<String> ORDINARY = List.of("""
            awk bash cat date dirname env find grep head id locale mkdir mv ps readlink rm sed sh sleep sort touch tr true uname
            """.strip().split(" "));

    private static final List<String> MODULES = List.of("signing-core", "card-drivers", "desktop-app", "installers");

    private final Path root;
    private final Path tools;
    private final Path home;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private List<String> around = List.of();

    /** Standard output and error together. */
    record Outcome(String output, int status) {

        List<String> lines() {
            return output.lines().toList();
        }
    }

    private Checkout(Path folder, String name) {
        root = folder.resolve(name);
        tools = folder.resolve("tools");
        home = folder.resolve("home");
        variables.put("PATH", tools.toString());
        variables.put("HOME", home.toString());
        variables.put("LC_ALL", "C.UTF-8");
    }

    /** With a JDK 25 that SEGELL_JAVA_HOME names, and a Maven that builds empty applications. */
    static Checkout in(Path folder, String name) throws IOException {
        Checkout checkout = bare(folder, name);
        Path jdk = folder.resolve("jdk");
        checkout.jdk(jdk, "25.0.1").with("SEGELL_JAVA_HOME", jdk.toString());
        return checkout.tool("mvn", """
                if [ "$1" = --version ]; then printf '\\033[1mApache Maven %s\\033[m (a build)\\n' "${MAVEN_VERSION:-3.9.11}"; exit; fi
                echo mvn "$@"
                for word; do
                  case $word in -Dapp.folder=*) mkdir -p "${word#*=}/lib" "${word#*=}/javafx" ;; esac
                done
                """);
    }

    /** Without Java and Maven. */
    static Checkout bare(Path folder, String name) throws IOException {
        Checkout checkout = new Checkout(folder, name);
        Files.createDirectories(checkout.tools);
        Files.createDirectories(checkout.home);
        for (String tool : ORDINARY) {
            checkout.systemTool(tool);
        }
        Files.createDirectories(checkout.root);
        Files.writeString(checkout.root.resolve("pom.xml"), "");
        for (String module : MODULES) {
            checkout.write(module + "/src/main/empty", "").write(module + "/pom.xml", "");
        }
        Files.copy(Path.of("../segell"), checkout.root.resolve("segell"));
        return checkout;
    }

    Path root() {
        return root;
    }

    Path home() {
        return home;
    }

    Checkout with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** @param file below the sources */
    Checkout write(String file, String text) throws IOException {
        Path place = root.resolve(file);
        Files.createDirectories(place.resolveSibling(""));
        Files.writeString(place, text);
        return this;
    }

    /** @param lines of sh */
    Checkout tool(String name, String lines) throws IOException {
        script(tools.resolve(name), lines);
        return this;
    }

    /** The one of this machine, by a script: over a link {@link #tool} would write into the system itself. */
    Checkout systemTool(String name) throws IOException {
        for (String place : List.of("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")) {
            if (Files.isExecutable(Path.of(place + name))) {
                return tool(name, "exec " + place + name + " \"$@\"\n");
            }
        }
        throw new IOException("no " + name + " on this machine");
    }

    /** A Java that says its version and how it was called. */
    Checkout jdk(Path folder, String version) throws IOException {
        script(folder.resolve("bin/java"), """
                echo java %s "$@"
                for word; do
                  case $word in -XX:AOTCacheOutput=*) if [ "$TRAINED" ]; then echo archive >"${word#*=}"; fi; exit ;; esac
                done
                if [ "$RUNS_UNTIL" ]; then cat "$RUNS_UNTIL"; fi
                """.formatted(version));
        script(folder.resolve("bin/javac"), "");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return this;
    }

    Checkout firstOnPath(Path folder) {
        return with("PATH", folder + ":" + variables.get("PATH"));
    }

    /** A command that runs the launcher, given as its last words. */
    Checkout around(String... command) {
        around = List.of(command);
        return this;
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(output, process.waitFor());
    }

    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(around);
        command.addAll(List.of("env", "-i"));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("bash", root.resolve("segell").toString()));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The folders that builds laid out. */
    List<Path> applications() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("installers/target"))) {
            return files.filter(Files::isDirectory)
                    .filter(each -> each.getFileName().toString().startsWith("app"))
                    .toList();
        }
    }

    private static void script(Path file, String lines) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " belongs to the system");
        }
        Files.writeString(file, "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
