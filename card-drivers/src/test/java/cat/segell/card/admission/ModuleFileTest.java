// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Shell;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverPathRelative;
import cat.segell.problem.KeyProblem.DriverUnsafe;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleFileTest {

    private static final String OWN = "Linux " + System.getProperty("os.arch").replace("amd64", "x86_64");
    private static final int STRANGER = 4711;

    @TempDir
    Path folder;

    @Test
    void refusesAPathThatDependsOnWhereSegellWasStarted() {
        Path module = Path.of("driver.so");
        assertThat(problem(module)).isEqualTo(new DriverPathRelative(module));
        assertThat(problem(Path.of("../lib/driver.so"))).isInstanceOf(DriverPathRelative.class);
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path module = folder.resolve("no.so");
        assertThat(problem(module)).isEqualTo(new DriverMissing(module));
    }

    @Test
    void refusesWhatIsNoLibrary() throws Exception {
        Path text = Files.writeString(folder.resolve("text.so"), "not a library, but longer than a header ".repeat(9));
        Path empty = Files.write(folder.resolve("empty.so"), new byte[0]);
        Path program = patched("program.so", 16, 2);
        Path script = Files.writeString(folder.resolve("script.so"), "#!/bin/sh\nrm -rf /\n" + "#".repeat(100));
        for (Path module : List.of(text, empty, folder, program, script)) {
            assertThat(problem(module)).isEqualTo(new DriverInvalid(module));
        }
    }

    /** A download that broke off: loading it would end the process. */
    @ParameterizedTest
    @ValueSource(ints = {64, 100, 2000, 20_000})
    void refusesALibraryThatIsCutOff(int length) throws Exception {
        Path whole = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
        assertThat(LibraryKind.of(whole)).isPresent();
        Path module = folder.resolve("cut-off.so");
        Files.write(module, Arrays.copyOf(Files.readAllBytes(whole), length));
        assertThat(LibraryKind.of(module)).isEmpty();
    }

    @Test
    void refusesANameThatWouldBeTwoLinesOfWhatIsRemembered() throws Exception {
        Path module = good("driver.so\n" + "0".repeat(64) + "  .so");
        assertThat(problem(module)).isEqualTo(new DriverInvalid(module));
    }

    /** Opening one for reading would wait for somebody to write. */
    @Test
    @Timeout(60)
    void neverOpensPipesAndDevices() {
        Path pipe = folder.resolve("pipe.so");
        Shell.run(folder, "mkfifo", pipe.toString());
        assertThat(problem(pipe)).isEqualTo(new DriverInvalid(pipe));
        // Everybody may write there, so it isn't even looked at.
        Path device = Path.of("/dev/zero");
        assertThat(problem(device)).isIn(new DriverInvalid(device), new DriverUnsafe(device, device));
    }

    @Test
    void namesTheComputerThatADriverIsFor() throws Exception {
        Path otherProcessor = patched("sparc.so", 18, 2);
        assertThat(problem(otherProcessor)).isEqualTo(new DriverWrongArch(otherProcessor, "Linux sparc", OWN));
        Path narrow = patched("narrow.so", 18, 3);
        assertThat(problem(narrow)).isEqualTo(new DriverWrongArch(narrow, "Linux x86", OWN));
        Path nobodyKnows = patched("unknown.so", 18, 0xee);
        assertThat(problem(nobodyKnows)).isEqualTo(new DriverWrongArch(nobodyKnows, "Linux 0xee", OWN));
    }

    @Test
    void namesDriversOfOtherSystems() throws Exception {
        ByteBuffer windows = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        windows.putShort(0, (short) 0x5a4d).putInt(60, 128);
        windows.putInt(128, 0x4550).putShort(132, (short) 0x8664).putShort(150, (short) 0x2022);
        Path dll = Files.write(folder.resolve("driver.dll"), windows.array());
        assertThat(problem(dll)).isEqualTo(new DriverWrongArch(dll, "Windows x86_64", OWN));
        ByteBuffer mac = ByteBuffer.allocate(200).putInt(0xcafebabe).putInt(2);
        mac.putInt(8, 0x1000007).putInt(28, 0x100000c);
        Path dylib = Files.write(folder.resolve("driver.dylib"), mac.array());
        assertThat(problem(dylib)).isEqualTo(new DriverWrongArch(dylib, "macOS aarch64, x86_64", OWN));
        Path java = Files.write(
                folder.resolve("Class.so"),
                ByteBuffer.allocate(200).putInt(0xcafebabe).putInt(69).array());
        assertThat(problem(java)).isEqualTo(new DriverInvalid(java));
    }

    @Test
    void headersThatLieAreNoLibraries() throws Exception {
        ByteBuffer windows = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        windows.putShort(0, (short) 0x5a4d);
        for (int start : new int[] {Integer.MAX_VALUE, -1, 60}) {
            Path dll = Files.write(
                    folder.resolve("driver.dll"), windows.putInt(60, start).array());
            assertThat(problem(dll)).isEqualTo(new DriverInvalid(dll));
        }
    }

    @Test
    void refusesWhatOthersCanWrite() throws Exception {
        Path group = good("group.so");
        Files.setPosixFilePermissions(group, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(problem(group)).isEqualTo(new DriverUnsafe(group, group.toRealPath()));
        Path all = good("all.so");
        Files.setPosixFilePermissions(all, PosixFilePermissions.fromString("rw-r--rw-"));
        assertThat(problem(all)).isEqualTo(new DriverUnsafe(all, all.toRealPath()));
    }

    @Test
    void refusesAFolderAnywhereAboveThatOthersCanWrite() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path module = good(Files.createDirectories(open.resolve("deep/deeper")), "driver.so");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xrwx"));
        assertThat(problem(module)).isEqualTo(new DriverUnsafe(module, open.toRealPath()));
    }

    @Test
    void aFolderWhereEachMayRemoveHisOwnOnlyIsSafe() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path module = good(shared, "driver.so");
        Files.setAttribute(shared, "unix:mode", 01777);
        assertThat(ModuleFile.check(module, ModuleOwners.ofSystem()).named()).isEqualTo(module);
    }

    @Test
    void refusesALinkOnTheWayThatOthersCanTurn() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path module = good("driver.so");
        Path link = Files.createSymbolicLink(open.resolve("link.so"), module);
        Path first = Files.createSymbolicLink(folder.resolve("first.so"), link);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(problem(first)).isEqualTo(new DriverUnsafe(first, open.toRealPath()));
    }

    @Test
    void refusesWhatBelongsToSomebodyElse() throws Exception {
        // For this stranger the file is that of another person; where this runs as root, it is given away first.
        Path module = good("driver.so");
        if (ModuleOwners.ofSystem().person() == 0) {
            Files.setAttribute(module, "unix:uid", STRANGER + 1);
        }
        assertThat(Problems.of(() -> ModuleFile.check(module, new ModuleOwners(STRANGER))))
                .isInstanceOf(DriverUnsafe.class);
    }

    @Test
    void linksInACircleLeadNowhere() throws Exception {
        Path one = folder.resolve("one.so");
        Path two = Files.createSymbolicLink(folder.resolve("two.so"), one);
        Files.createSymbolicLink(one, two);
        assertThat(problem(one)).isEqualTo(new DriverInvalid(one));
    }

    @Test
    void followsLinksToTheRealFile() throws Exception {
        Path real = good("real.so");
        Path link = Files.createSymbolicLink(folder.resolve("link.so"), real);
        assertThat(ModuleFile.check(link, ModuleOwners.ofSystem())).isEqualTo(new ModuleFile(link, real.toRealPath()));
    }

    private static Problem problem(Path module) {
        return Problems.of(() -> ModuleFile.check(module, ModuleOwners.ofSystem()));
    }

    private Path good(String name) throws Exception {
        return good(folder, name);
    }

    private static Path good(Path folder, String name) throws Exception {
        return Files.write(folder.resolve(name), library());
    }

    private static byte[] library() throws Exception {
        return Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libzip.so"));
    }

    /** A library of this computer's own kind, one byte of its header changed. */
    private Path patched(String name, int offset, int value) throws Exception {
        byte[] library = library();
        library[offset] = (byte) value;
        return Files.write(folder.resolve(name), library);
    }
}
