// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.UsageWords;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** Help that calls the program as the person does: its name in the parser is a key to the texts, and stays. */
final class TypedHelp extends Help {

    TypedHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public String synopsis(int headingLength) {
        return UsageWords.withProgram(super.synopsis(headingLength));
    }
}
