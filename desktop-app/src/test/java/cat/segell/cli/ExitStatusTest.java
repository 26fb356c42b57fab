// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.Problems;
import cat.segell.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitStatusTest {

    @Test
    void firstOfSeveralCounts() {
        List<Integer> order = List.of(70, 2, 4, 3, 1, 5, 6, 0);
        for (int i = 0; i < order.size(); i++) {
            assertThat(ExitStatus.first(Set.copyOf(order.subList(i, order.size()))))
                    .isEqualTo(order.get(i));
        }
    }

    @Test
    void nothingWrongIsDone() {
        assertThat(ExitStatus.first(List.of())).isZero();
        assertThat(ExitStatus.first(List.of(0, 0))).isZero();
    }

    /**
     * The table is what scripts and helpdesks were told: a line of it changes only where that is meant. {@code -} is a notice,
     * which changes no status.
     */
    @Test
    void everyProblemHasTheStatusOfTheTable() throws IOException {
        Set<String> actual = new TreeSet<>();
        for (Class<?> kind : Problems.all()) {
            Problem problem = Problems.samples(kind).getFirst();
            actual.add(problem.code() + " " + (problem.isNotice() ? "-" : ExitStatus.of(problem)));
        }
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/exit-statuses.txt"))) {
            assertThat(lines.filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .containsExactlyElementsOf(actual);
        }
    }
}
