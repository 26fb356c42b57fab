// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Problems;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFileTest {

    @TempDir
    Path folder;

    @Test
    void saysThatTheFileIsMissing() {
        Path module = folder.resolve("no.so");
        assertThat(Problems.of(() -> ModuleFile.check(module))).isEqualTo(new DriverMissing(module));
    }

    @Test
    void refusesWhatIsNoLibrary() throws Exception {
        Path text = Files.writeString(folder.resolve("text.so"), "not a library, but longer than a header");
        Path empty = Files.write(folder.resolve("empty.so"), new byte[0]);
        Path program = patched("program.so", 16, 2);
        for (Path module : new Path[] {text, empty, folder, program}) {
            assertThat(Problems.of(() -> ModuleFile.check(module))).isEqualTo(new DriverInvalid(module));
        }
    }

    @Test
    void refusesOtherProcessorsAndWordLengths() throws Exception {
        Path otherProcessor = patched("sparc.so", 18, 43);
        Path narrow = patched("narrow.so", 4, 1);
        for (Path module : new Path[] {otherProcessor, narrow}) {
            assertThat(Problems.of(() -> ModuleFile.check(module))).isEqualTo(new DriverWrongArch(module));
        }
    }

    @Test
    void followsLinksToTheRealFile() throws Exception {
        Path real = patched("real.so", 5, 1);
        Path link = Files.createSymbolicLink(folder.resolve("link.so"), real);
        assertThat(ModuleFile.check(link)).isEqualTo(new ModuleFile(link, real.toRealPath()));
    }

    /** A library of this computer's own kind, one byte of its header changed. */
    private Path patched(String name, int offset, int value) throws Exception {
        byte[] library = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libzip.so"));
        library[offset] = (byte) value;
        return Files.write(folder.resolve(name), library);
    }
}
