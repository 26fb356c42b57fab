// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.LedgerProblem.LogUnknown;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import java.net.URI;
import java.util.List;
import java.util.Set;
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

    @Test
    void anUnknownLogIsNoRefutation() {
        assertThat(ExitStatus.of(new LogUnknown("x"))).isEqualTo(6);
    }

    @Test
    void servicesHaveTheirOwnStatus() {
        assertThat(ExitStatus.of(new TsaUnreachable(URI.create("http://a")))).isEqualTo(5);
    }
}
