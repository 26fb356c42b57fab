// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The generated pages are what the sources say, and the changelog forgets no command. To write them anew: {@code ./segell test
 * -Dregenerate=true -pl desktop-app -am -Dtest=DocumentsTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DocumentsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void problemsAreUpToDate() throws IOException {
        check("problems.md", ProblemPages.page());
    }

    @Test
    void commandsAreUpToDate() throws IOException {
        check("cli.md", CommandPages.page());
    }

    @Test
    void changelogNamesEveryCommand() throws IOException {
        List<String> commands = Files.readAllLines(DOCS.resolve("cli.md")).stream()
                .filter(line -> line.startsWith("## segell "))
                .map(line -> line.substring("## ".length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        String changelog = Files.readString(Path.of("../CHANGELOG.md"));
        assertThat(commands).allSatisfy(command -> assertThat(changelog).contains(command));
    }

    private static void check(String name, String page) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, page);
        }
        assertThat(file).content().isEqualTo(page);
    }
}
