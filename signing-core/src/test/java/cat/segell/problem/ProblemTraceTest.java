// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.Problems;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.KeyProblem.DriverFailed;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTraceTest {

    @ParameterizedTest
    @MethodSource("cat.segell.fixture.Problems#all")
    void namesNobody(Class<?> problem) {
        for (Problem sample : Problems.samples(problem)) {
            assertThat(ProblemTrace.of(new ProblemException(sample)))
                    .startsWith(sample.code())
                    .doesNotContain("/sample/", "document.pdf", "=sample", "tsa.example", "first");
        }
    }

    @Test
    void saysWhereItCameFromWithoutTheWordsOfCauses() {
        Path file = Path.of("/home/maria/cessament-joan-puig.pdf");
        String line = ProblemTrace.of(
                new ProblemException(new DocumentUnreadable(file), new AccessDeniedException(file.toString())));
        assertThat(line)
                .contains(
                        "DOCUMENT-UNREADABLE", "file=*.pdf", "java.nio.file.AccessDeniedException", "ProblemTraceTest:")
                .doesNotContain("maria", "joan");
    }

    @Test
    void keepsWhatADriverAnswered() {
        DriverFailed failed = new DriverFailed(Path.of("/opt/Maria/x.so"), "C_Sign", "0x00000030");
        assertThat(ProblemTrace.of(new ProblemException(failed)))
                .contains("call=C_Sign", "result=0x00000030", "module=*.so")
                .doesNotContain("Maria");
    }
}
