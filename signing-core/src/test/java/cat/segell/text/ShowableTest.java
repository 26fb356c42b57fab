// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem.OutputUnwritable;
import cat.segell.problem.ProblemText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\0", "\u001B", "\u007F", "\u0085", "\u009B", "\u2028", "\u2029", "\u202E", "\u2066",
                "\u200E", "\u061C", "\uFEFF", "\uD800", "\uE000"
            })
    void neitherSteersNorForges(String sign) {
        assertThat(Showable.is("a" + sign + "b")).isFalse();
        assertThat(Showable.of("a" + sign + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "decret núm. 12 (còpia).pdf", "l·l ŀ €", "договір", "פסק דין", "क्\u200Dष", "👩\u200D⚖"})
    void leavesWritingAlone(String text) {
        assertThat(Showable.is(text)).isTrue();
        assertThat(Showable.of(text)).isEqualTo(text);
    }

    @Test
    void holdsForWhateverIsPutIntoAText() {
        OutputUnwritable problem = new OutputUnwritable(Path.of("a\u001B[2Jb\nValid"));
        assertThat(ProblemText.of(problem, Language.EN).cause()).contains("a\uFFFD[2Jb\uFFFDValid");
    }
}
