// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.ui.desk.SignerOption;
import java.util.ArrayList;
import java.util.List;

/** Who signs, in words that a certificate says. */
public final class SignerWords {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private SignerWords() {}

    /** "NAME, position, organisation". */
    public static String name(SignerOption signer) {
        List<String> parts = new ArrayList<>();
        parts.add(signer.facts().holder());
        signer.facts().position().ifPresent(parts::add);
        signer.facts().organisation().map(SignerWords::tied).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** An organisation and its last word stay on one line. */
    public static String tied(String organisation) {
        int last = organisation.lastIndexOf(' ');
        return last < 0
                ? organisation
                : organisation.substring(0, last) + NO_BREAK_SPACE + organisation.substring(last + 1);
    }
}
