// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated pages are what the sources say. To write them anew: {@code ./segell test -Dregenerate=true -pl desktop-app -am
 * -Dtest=DocumentsTest -Dsurefire.failIfNoSpecifiedTests=false}.
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

    private static void check(String name, String page) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, page);
        }
        assertThat(file).content().isEqualTo(page);
    }
}
