// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.UsageWords;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help that calls the program as the person does: its name in the parser is a key to the texts, and stays. */
final class TypedHelp extends Help {

    /** The parser lays out no narrower. */
    private static final int NARROWEST = 55;

    TypedHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public String synopsis(int headingLength) {
        UsageMessageSpec usage = commandSpec().usageMessage();
        int width = usage.width();
        int longer = UsageWords.typed(commandSpec()).length()
                - commandSpec().qualifiedName().length();
        try {
            // Laid out for the name in the parser: the lines below the first one move with what the name is longer.
            usage.width(Math.max(NARROWEST, width - longer));
            String laid = super.synopsis(headingLength).replace("\n", "\n" + " ".repeat(Math.max(0, longer)));
            return UsageWords.withProgram(laid.stripTrailing()) + System.lineSeparator();
        } finally {
            usage.width(width);
        }
    }
}
