// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.PracticeUnknown;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that shall go wrong, written behind a practice card's name: {@code ?fault=removed-after-3}.
 *
 * @param after signatures that still succeed
 */
record PracticeFault(Kind kind, int after) {

    enum Kind {
        /** The card is pulled. */
        REMOVED,
        /** The card's driver dies. */
        CRASHED,
        /** The card's driver doesn't answer any more. */
        HUNG,
        /** What comes back isn't the signature that was asked for. */
        CORRUPTED,
        /** The card refuses the PIN, right or wrong; no count. */
        REFUSED
    }

    private static final Pattern COUNTED = Pattern.compile("(removed|crashed|hung|corrupted)-after-(\\d{1,6})");
    private static final String REFUSED = "pin-refused";

    static Optional<PracticeFault> parse(Optional<String> word) throws ProblemException {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (word.get().equals(REFUSED)) {
            return Optional.of(new PracticeFault(Kind.REFUSED, 0));
        }
        Matcher matcher = COUNTED.matcher(word.get());
        if (!matcher.matches()) {
            throw new ProblemException(new PracticeUnknown(word.get(), words()));
        }
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(new PracticeFault(kind, Integer.parseInt(matcher.group(2))));
    }

    /** As they are written, N for a number. */
    static List<String> words() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind == Kind.REFUSED ? REFUSED : kind.name().toLowerCase(Locale.ROOT) + "-after-N")
                .toList();
    }
}
