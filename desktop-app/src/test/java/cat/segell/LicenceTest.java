// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source says its licence at its top, as SPDX writes it; Spotless sees to those in Java. */
class LicenceTest {

    private static final Path ROOT = Path.of("..");
    private static final String HEADER = "SPDX-License-Identifier: EUPL-1.2";

    /** Comments may begin with what the file's kind wants first: who runs it, or which XML it is. */
    private static final int FIRST_LINES = 2;

    private static final List<String> ENDINGS =
            List.of(".java", ".properties", ".css", ".xml", ".sh", ".c", ".go", "segell", ".ci/run");

    /** What is built, and what belongs to a developer. */
    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".idea", ".vscode", ".settings", ".mvn", "bin");

    @Test
    void everySourceSaysItsLicence() throws IOException {
        List<Path> sources = sources();
        assertThat(ENDINGS)
                .allSatisfy(ending -> assertThat(sources)
                        .as(ending)
                        .anyMatch(source -> source.toString().endsWith(ending)));
        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(sources.stream().filter(source -> !saysIt(source))).isEmpty();
    }

    private static boolean saysIt(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.limit(FIRST_LINES).anyMatch(line -> line.contains(HEADER));
        } catch (IOException e) {
            throw new UncheckedIOException(source.toString(), e);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (ENDINGS.stream().anyMatch(file.toString()::endsWith)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
