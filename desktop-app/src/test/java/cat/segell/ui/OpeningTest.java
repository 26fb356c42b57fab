// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpeningTest {

    private final Opening<String> opening = new Opening<>();

    @Test
    void whatFailsWhileItIsBuiltEndsTheWaitWithAProblem() {
        opening.build(() -> {
            throw new IllegalStateException("no font");
        });
        assertThatThrownBy(opening::await)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("INTERNAL-FAULT"))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void theWaitEndsWithTheWindow() throws Exception {
        opening.build(() -> "window");
        opening.over();
        opening.await();
    }

    @Test
    void nobodyIsToldBeforeItIsThere() {
        List<String> told = new ArrayList<>();
        opening.tell(told::add);
        opening.build(() -> "window");
        opening.tell(told::add);
        assertThat(told).containsExactly("window");
    }
}
