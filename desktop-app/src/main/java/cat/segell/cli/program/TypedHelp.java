// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.UsageWords;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Help that calls the program as the person does: its name in the parser is a key to the texts, and stays. Lines of the usage
 * break at blanks alone, where the parser also breaks within an option's word.
 */
final class TypedHelp extends Help {

    /** A word beside a long name of the program is still put beside it, up to this. */
    private static final int NARROWEST = 55;

    TypedHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    protected String insertSynopsisCommandName(int headingLength, Text details) {
        String name = UsageWords.typed(commandSpec());
        int indent = headingLength + name.length();
        int width = Math.max(NARROWEST, commandSpec().usageMessage().width() - 1);
        StringBuilder synopsis = new StringBuilder(name);
        int column = indent;
        for (String word : List.of(details.toString().strip().split(" +"))) {
            if (column + 1 + word.length() > width && column > indent) {
                synopsis.append(System.lineSeparator()).append(" ".repeat(indent));
                column = indent;
            }
            synopsis.append(' ').append(word);
            column += 1 + word.length();
        }
        return synopsis.append(System.lineSeparator()).toString();
    }
}
