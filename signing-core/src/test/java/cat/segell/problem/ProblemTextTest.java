// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.Problems;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem has its words in every language, and every word its problem. */
class ProblemTextTest {

    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]");
    /** Told only to somebody who types commands. */
    private static final Set<String> TYPED = Set.of(
            "DISPLAY-NONE",
            "DOCUMENT-DOCTYPE",
            "DOCUMENT-NOT-XML",
            "DOCUMENT-TOO-BIG",
            "DRIVER-NOT-SET",
            "FORMAT-UNSUPPORTED",
            "KEY-REFERENCE-INVALID",
            "LEVEL-UNSUPPORTED",
            "LOG-KEY-INVALID",
            "LOG-UNKNOWN",
            "METADATA-FOR-ONE",
            "OPTION-ALONE",
            "OPTIONS-APART",
            "NEW-PIN-MISSING",
            "PIN-DESCRIPTOR-CLOSED",
            "PACKAGING-UNSUPPORTED",
            "PASSWORD-MISSING",
            "PIN-MISSING",
            "POLICY-FIXED",
            "PRACTICE-UNKNOWN",
            "PUK-MISSING",
            "SIGNATURE-ALONE",
            "SIGNATURE-POLICY-UNKNOWN",
            "TOKENS-SEVERAL",
            "USAGE-INVALID");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    static Stream<Class<?>> problems() {
        return Problems.all().stream();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void saysWhatHappenedWhyAndWhatToDo(Class<?> problem) {
        for (Problem sample : Problems.samples(problem)) {
            for (Language language : Language.values()) {
                ProblemText text = ProblemText.of(sample, language);
                for (String part : List.of(text.title(), text.cause(), text.remedy())) {
                    assertThat(part)
                            .as("%s in %s with %s", sample.code(), language, sample.facts())
                            .isNotBlank()
                            .doesNotContainPattern(PLACE)
                            .doesNotContain("!", "¡");
                }
            }
        }
    }

    /** Where nobody types commands an option helps nobody; those of the list happen only where somebody does. */
    @ParameterizedTest
    @MethodSource("problems")
    void namesOptionsOnlyOnTheCommandLine(Class<?> problem) {
        for (Problem sample : Problems.samples(problem)) {
            namesOptionsOnlyOnTheCommandLine(sample);
        }
    }

    private static void namesOptionsOnlyOnTheCommandLine(Problem sample) {
        if (!TYPED.contains(sample.code())) {
            for (Language language : Language.values()) {
                ProblemText text = ProblemText.of(sample, language);
                assertThat(text.title() + " " + text.cause() + " " + text.remedy())
                        .as("%s in %s", sample.code(), language)
                        .doesNotContainPattern("(?<![-\\w])--[a-z]");
            }
        }
    }

    @Test
    void tellsWhoTypesCommandsWhatToType() {
        Problem last = new PinProblem.PinFinalTry("T-CAT");
        for (Language language : Language.values()) {
            assertThat(ProblemText.onCommandLine(last, language, "segell").remedy())
                    .contains("--final-try");
            assertThat(ProblemText.onCommandLine(last, language, "segell").cause())
                    .isEqualTo(ProblemText.of(last, language).cause());
        }
    }

    /** The window goes on by itself; a command has ended, and says what to type. */
    @Test
    void namesTheServiceOfReadersToWhoTypesCommands() {
        Problem down = new ReaderProblem.PcscServiceDown();
        for (Language language : Language.values()) {
            assertThat(ProblemText.onCommandLine(down, language, "segell").remedy())
                    .contains("sudo systemctl start pcscd.socket");
            assertThat(ProblemText.of(down, language).remedy()).doesNotContain("systemctl");
        }
    }

    @Test
    void saysTheNumberOfTriesOnlyWhereItIsKnown() {
        assertThat(cause(OptionalInt.of(1))).contains("Queda 1 intent");
        assertThat(cause(OptionalInt.of(2))).contains("Queden 2 intents");
        assertThat(cause(OptionalInt.empty()))
                .contains("No diu quants intents queden")
                .doesNotContain("{");
    }

    private static String cause(OptionalInt tries) {
        return ProblemText.of(new PinProblem.PinWrong("T-CAT", tries), Language.CA)
                .cause();
    }

    /** A practice card has no PUK and no issuer. */
    @Test
    void sendsNobodyToTheIssuerOfAPracticeCard() {
        Problem practice = new PinProblem.TokenLocked("Segell Practice", true);
        for (Language language : Language.values()) {
            for (ProblemText text : List.of(
                    ProblemText.onCommandLine(practice, language, "segell"),
                    ProblemText.advisedOnCommandLine(practice, language, "segell"))) {
                assertThat(text.remedy()).contains("segell demo --unlock").doesNotContain("PUK", "doctor");
            }
            assertThat(ProblemText.of(practice, language).remedy())
                    .as("in the window, beside the button that does it")
                    .doesNotContain("--", "PUK", "doctor");
        }
    }

    @Test
    void sendsNobodyToTheDoctorWhereTheIssuersWayFollows() {
        Problem locked = new PinProblem.TokenLocked("T-CAT");
        for (Language language : Language.values()) {
            assertThat(ProblemText.onCommandLine(locked, language, "segell").remedy())
                    .contains("segell doctor")
                    .doesNotContain("demo");
            assertThat(ProblemText.advisedOnCommandLine(locked, language, "segell")
                            .remedy())
                    .contains("segell cards unblock")
                    .doesNotContain("doctor", "demo");
        }
    }

    /** What is told can be copied: from a checkout the program has another name. */
    @Test
    void callsTheProgramAsThePersonDoes() {
        Problem none = new KeyProblem.TokenNone();
        for (Language language : Language.values()) {
            assertThat(ProblemText.onCommandLine(none, language, "./segell").remedy())
                    .contains("./segell cards");
            assertThat(ProblemText.of(none, language).remedy()).containsPattern("[“«]segell cards");
        }
    }

    @Test
    void aProblemInsideAnotherIsToldByItsTitle() {
        ProblemText text = ProblemText.of(new KeyProblem.KeyNone(new ReaderProblem.PcscServiceDown()), Language.EN);
        assertThat(text.cause()).startsWith("The service for card readers is not running. ");
    }

    @Test
    void masksWhoAndWhatButNotTheRest() {
        ProblemText changed =
                ProblemText.masked(new DocumentProblem.DocumentChanged(Path.of("/home/anna/Decret.pdf")), Language.CA);
        assertThat(changed.code()).isEqualTo("DOCUMENT-CHANGED");
        assertThat(changed.title() + changed.cause() + changed.remedy())
                .contains("***")
                .doesNotContain("Decret", "anna");
        ProblemText unreachable = ProblemText.masked(
                new ServiceProblem.TsaUnreachable(URI.create("https://tsa.example.org/")), Language.CA);
        assertThat(unreachable.cause()).contains("https://tsa.example.org/");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void hasStableCode(Class<?> problem) {
        assertThat(Problems.samples(problem).getFirst().code()).matches(CODE);
    }

    @Test
    void noTwoShareCode() {
        Set<String> codes = new HashSet<>();
        assertThat(Problems.all())
                .allSatisfy(problem -> assertThat(
                                codes.add(Problems.samples(problem).getFirst().code()))
                        .as("second %s", problem)
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoWordsWithoutProblem(Language language) {
        Set<String> codes = new TreeSet<>();
        Problems.all()
                .forEach(problem ->
                        codes.add(Problems.samples(problem).getFirst().code()));
        for (Class<?> area : Problems.areas()) {
            String file = area.getSimpleName().replace("Problem", "").toLowerCase(Locale.ROOT);
            assertThat(Messages.load(language, ProblemText.class, file).keys())
                    .extracting(key -> key.substring(0, key.indexOf('.')))
                    .as(file + " in " + language)
                    .isSubsetOf(codes);
        }
    }
}
