// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.text.Language;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyAndPinWordsTest {

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasItsWordsWithAllFacts(Problem problem) {
        for (Language language : Language.values()) {
            ProblemText text = ProblemText.of(problem, language);
            for (String part : List.of(text.title(), text.cause(), text.remedy())) {
                assertThat(part)
                        .as("%s in %s", problem.code(), language)
                        .isNotBlank()
                        .doesNotContain("{", "!");
            }
        }
    }

    @Test
    void saysTheNumberOfTriesOnlyWhereItIsKnown() {
        assertThat(cause(OptionalInt.of(1))).contains("Queda 1 intent");
        assertThat(cause(OptionalInt.of(2))).contains("Queden 2 intents");
        assertThat(cause(OptionalInt.empty())).doesNotContain("intent");
    }

    private static String cause(OptionalInt tries) {
        return ProblemText.of(new PinWrong("T-CAT", tries), Language.CA).cause();
    }

    static Stream<Problem> problems() {
        return Stream.of(KeyProblem.class, PinProblem.class)
                .flatMap(area -> Arrays.stream(area.getPermittedSubclasses()))
                .map(KeyAndPinWordsTest::example);
    }

    private static Problem example(Class<?> kind) {
        try {
            RecordComponent[] components = kind.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] facts = Arrays.stream(types).map(KeyAndPinWordsTest::fact).toArray();
            return (Problem) kind.getDeclaredConstructor(types).newInstance(facts);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind.getName(), e);
        }
    }

    private static Object fact(Class<?> type) {
        if (type == String.class) {
            return "something";
        }
        if (type == Path.class) {
            return Path.of("/usr/lib/driver.so");
        }
        if (type == List.class) {
            return List.of("one", "two");
        }
        if (type == Problem.class) {
            return new CardNone();
        }
        return type == OptionalInt.class ? OptionalInt.of(2) : (Object) 30;
    }
}
