// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.Problems;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.problem.UsageProblem;
import cat.segell.text.Language;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What to do next is something that can be done where it is told. */
class RemediesTest {

    /** Options, commands and references of the command line. */
    private static final Pattern COMMANDS = Pattern.compile("(^|[ «“(])--[a-z]|[«“]segell [a-z]|(pkcs12|practice):");

    /** What only commands meet: those that take references, files of PINs, receipts, policies. */
    private static final Set<String> OF_COMMANDS = Set.of(
            "PASSWORD-MISSING",
            "PIN-MISSING",
            "PIN-DESCRIPTOR-CLOSED",
            "NEW-PIN-MISSING",
            "PUK-MISSING",
            "DISPLAY-NONE",
            "KEY-KIND-UNSUPPORTED",
            "POLICY-FIXED",
            "SETTING-LOCKED",
            "DRIVER-NOT-SET",
            "TOKEN-NONE",
            "TOKEN-NOT-FOUND",
            "TOKENS-SEVERAL",
            "LOG-UNKNOWN",
            "LOG-KEY-INVALID");

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWindowNamesNoCommands(Language language) {
        for (Class<?> type : Problems.all()) {
            Problem problem = Problems.samples(type).getFirst();
            if (!(problem instanceof UsageProblem) && !OF_COMMANDS.contains(problem.code())) {
                assertThat(ProblemText.of(problem, language).remedy())
                        .as(problem.code())
                        .doesNotContainPattern(COMMANDS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCommandLineNamesNoButtons(Language language) {
        Pattern buttons = Pattern.compile("\\b(botó|botón|button)\\b");
        for (Class<?> type : Problems.all()) {
            Problem problem = Problems.samples(type).getFirst();
            assertThat(ProblemText.onCommandLine(problem, language, "segell").remedy())
                    .as(problem.code())
                    .doesNotContainPattern(buttons);
        }
    }
}
