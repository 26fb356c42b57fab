// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class TypedHelpTest {

    private static final String TYPED = "segell.command";

    @AfterEach
    void callItByItsNameAgain() {
        System.clearProperty(TYPED);
    }

    /** However the program is called, the words below each other stay so, and no line is longer than the help is wide. */
    @ParameterizedTest
    @ValueSource(strings = {"segell", "./segell", "checkout/segell", "../../segell-0.1/segell"})
    void keepsItsColumns(String typed) {
        System.setProperty(TYPED, typed);
        List<CommandLine> all = all(CommandPages.commands()).toList();
        assertThat(all).hasSizeGreaterThan(10);
        all.forEach(line -> keepsItsColumns(line, typed));
    }

    /** Whoever copies a word from the usage gets all of it. */
    @Test
    void breaksNoWord() {
        all(CommandPages.commands()).forEach(line -> {
            List<String> broken = synopsis(line).stream()
                    .flatMap(each -> Arrays.stream(each.strip().split(" +")))
                    .toList();
            line.setUsageHelpWidth(10_000);
            List<String> whole = synopsis(line).stream()
                    .flatMap(each -> Arrays.stream(each.strip().split(" +")))
                    .toList();
            assertThat(broken).isEqualTo(whole);
        });
    }

    private static List<String> synopsis(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF)
                .lines()
                .takeWhile(each -> each.startsWith("Usage: ") || each.startsWith("  "))
                .toList();
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(TypedHelpTest::all));
    }

    private static void keepsItsColumns(CommandLine line, String typed) {
        String name = line.getCommandSpec().qualifiedName().replaceFirst("^segell", typed);
        String beginning = "Usage: " + name + " ";
        List<String> synopsis = synopsis(line);
        assertThat(synopsis).isNotEmpty().allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(100));
        assertThat(synopsis.getFirst()).startsWith(beginning);
        assertThat(synopsis.subList(1, synopsis.size()))
                .allSatisfy(each -> assertThat(each).matches(" {" + beginning.length() + "}\\S.*"));
    }
}
