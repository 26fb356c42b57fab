// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/threat-model.md} claims is held by tests that there are. */
class ThreatModelTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9]+Test)`");

    /** Something in it that is run: a class alone holds nothing. */
    private static final Pattern RUN =
            Pattern.compile("^ {4}@(?:Test|ParameterizedTest|Property|ArchTest|FuzzTest)\\b", Pattern.MULTILINE);

    @Test
    void namesTestsThatThereAre() throws IOException {
        assertThat(tests()).containsAll(named(lines()));
    }

    @Test
    void everyAttemptIsHeldByATest() throws IOException {
        List<String> rows = lines().stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attempt"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(named(List.of(row))).isNotEmpty());
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/threat-model.md"));
    }

    private static Set<String> named(List<String> lines) {
        return lines.stream()
                .flatMap(line -> NAME.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : List.of("signing-core", "card-drivers", "desktop-app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith("Test.java"))
                        .toList()) {
                    if (RUN.matcher(Files.readString(file)).find()) {
                        tests.add(String.valueOf(file.getFileName()).replace(".java", ""));
                    }
                }
            }
        }
        return tests;
    }
}
