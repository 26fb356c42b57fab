// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Sources;
import cat.segell.card.host.ChildEnvironment;
import cat.segell.card.host.HostSetup;
import cat.segell.problem.KeyProblem.DriverInvalid;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child process itself, with a library of the JDK in the place of a driver. */
class ModuleProcessTest {

    private static final Path NO_MODULE = Path.of(System.getProperty("java.home"), "lib", "libzip.so");

    @TempDir
    Path folder;

    @Test
    void refusesALibraryThatIsNotPkcs11() {
        try (Pkcs11Source source = Sources.of(List.of(NO_MODULE), setup())) {
            assertThat(source.list().problems()).containsExactly(new DriverInvalid(NO_MODULE));
            assertThat(source.list().problems()).as("asked again").containsExactly(new DriverInvalid(NO_MODULE));
        }
    }

    @Test
    void seesOnlyWhatIsOnTheList() throws Exception {
        try (Pkcs11Source source = Sources.of(List.of(NO_MODULE), setup())) {
            source.list();
            Path process = Path.of(
                    "/proc", String.valueOf(child(ProcessHandle.current()).pid()));
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            assertThat(environment).contains("LC_ALL=C.UTF-8").doesNotContain("SECRET", "LD_PRELOAD");
            String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            assertThat(command).contains("ipkcs11wrapper").doesNotContain("dss-", "bcprov", "assertj");
            assertThat(Files.readString(process.resolve("limits"))).containsPattern("Max core file size +0 ");
        }
    }

    @Test
    void endsWithTheSource() throws Exception {
        ProcessHandle child;
        try (Pkcs11Source source = Sources.of(List.of(NO_MODULE), setup())) {
            source.list();
            child = child(ProcessHandle.current());
        }
        assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void endsWhenTheApplicationDies() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = application.getInputStream()) {
            assertThat(out.read()).isEqualTo('!');
        }
        ProcessHandle child = child(application.toHandle());
        application.destroyForcibly();
        assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private HostSetup setup() {
        Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8", "SECRET", "x", "LD_PRELOAD", "/no/such.so");
        return HostSetup.of(folder.resolve("native")).with(ChildEnvironment.of(environment, Set.of()));
    }

    private static ProcessHandle child(ProcessHandle parent) {
        return parent.children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
    }

    /** An application with a driver at work, until it is killed. */
    static final class Application {

        private Application() {}

        public static void main(String[] arguments) throws Exception {
            HostSetup setup = HostSetup.of(Path.of(arguments[0]).resolve("native"));
            try (Pkcs11Source source = Sources.of(List.of(NO_MODULE), setup)) {
                source.list();
                System.out.print('!');
                System.out.flush();
                Thread.currentThread().join();
            }
        }
    }
}
