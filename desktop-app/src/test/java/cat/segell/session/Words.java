// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import java.util.ArrayList;
import java.util.List;

/** A command line split as a shell does it, with quotes and nothing else. */
final class Words {

    private Words() {}

    static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char sign = command.charAt(i);
            if (quote != 0) {
                if (sign == quote) {
                    quote = 0;
                } else {
                    word.append(sign);
                }
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
                begun = true;
            } else if (sign != ' ') {
                word.append(sign);
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is open: " + command);
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
