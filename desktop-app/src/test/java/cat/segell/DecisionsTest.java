// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of decisions has each of them, in order, by the heading of its page. */
class DecisionsTest {

    private static final Path FOLDER = Path.of("../docs/decisions");
    private static final Pattern PAGE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern ROW = Pattern.compile("\\d+\\. \\[.*");

    @Test
    void everyDecisionStandsInTheList() throws IOException {
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(20);
        List<String> expected = IntStream.range(0, pages.size())
                .mapToObj(i -> row(pages.get(i), i + 1))
                .toList();
        assertThat(Files.readAllLines(FOLDER.resolve("README.md")).stream().filter(ROW.asMatchPredicate()))
                .containsExactlyElementsOf(expected);
    }

    private static String row(String page, int number) {
        Matcher name = PAGE.matcher(page);
        assertThat(name.matches()).as(page).isTrue();
        assertThat(Integer.parseInt(name.group(1))).as(page).isEqualTo(number);
        String heading = heading(page);
        assertThat(heading).startsWith("# " + number + ". ");
        return number + ". [" + heading.substring(heading.indexOf(". ") + 2) + "](" + page + ")";
    }

    private static String heading(String page) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(page))) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
