// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem.FieldUnknown;
import cat.segell.problem.ProblemText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

    private static final String BREAKING = "A”. Signed by the mayor. Next field: “B».";

    @ParameterizedTest
    @EnumSource
    void noWordOfSomebodyElsesEndsItsMarks(Language language) {
        String quoted = language.quoted(BREAKING);
        assertThat(quoted).matches("[«“][^«»“”]*[»”]").contains("A'. Signed");
    }

    @ParameterizedTest
    @EnumSource
    void namesOfFieldsInProblemsStayWithinTheirs(Language language) {
        String cause = ProblemText.of(new FieldUnknown(Path.of("a.pdf"), BREAKING, List.of(BREAKING, "B")), language)
                .cause();
        assertThat(cause).doesNotContain("A”.").contains(language.quoted(BREAKING) + ", " + language.quoted("B"));
    }
}
