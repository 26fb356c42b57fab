// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.card.admission.ModuleFile;
import cat.segell.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a module's process is started: this JDK, a few jars, nothing that leaves traces. */
final class ModuleCommand {

    /** Where the child writes its answers: a driver that prints can't reach it. */
    static final String ANSWERS = "/dev/fd/3";

    private static final String MAIN = "cat.segell.card.module.ModuleProcess";

    /** The only classes that the child may load beside the JDK's: one name from each jar. */
    private static final List<String> JARS =
            List.of(MAIN, "cat.segell.credential.Pin", "iaik.pkcs.pkcs11.wrapper.PKCS11Implementation");

    private ModuleCommand() {}

    static Process start(ModuleFile module, HostSetup setup) throws IOException, ProblemException {
        Path library = new NativeLibrary(setup.folder()).extracted();
        ProcessBuilder builder = new ProcessBuilder(command(module, library));
        builder.directory(library.toFile());
        builder.environment().clear();
        builder.environment().putAll(setup.environment().variables());
        // What drivers print may hold a PIN: nobody keeps it.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static List<String> command(ModuleFile module, Path library) {
        List<String> command = new ArrayList<>();
        if (!NativeLibrary.windows()) {
            // The real standard output becomes descriptor 3 before the JVM and the driver exist; what they print is
            // dropped.
            // No core file: it would hold the PIN.
            // Ctrl+C, and a terminal that closes, reach all its processes. The application decides how it ends; with
            // it ends the pipe of the questions, and with that the child.
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; ulimit -c 0; exec \"$0\" \"$@\" 3>&1 1>&2"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + library,
                "-cp",
                classPath(),
                MAIN,
                module.real().toString()));
        if (!NativeLibrary.windows()) {
            command.add(ANSWERS);
        }
        return command;
    }

    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (String name : JARS) {
            entries.add(location(name));
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String location(String className) {
        try {
            Class<?> type = Class.forName(className, false, ModuleCommand.class.getClassLoader());
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new LinkageError(className + " comes from nowhere");
            }
            return Path.of(source.getLocation().toURI()).toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new LinkageError(className, e);
        }
    }
}
