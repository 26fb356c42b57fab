// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines with {@code …} for anything: within a line anything in that line, alone on a line any lines or none. */
final class Expectation {

    private static final String ANY = "…";

    private Expectation() {}

    static boolean matches(List<String> expected, String actual) {
        return matches(trimmed(expected), 0, trimmed(actual.lines().toList()), 0);
    }

    private static boolean matches(List<String> expected, int e, List<String> actual, int a) {
        if (e == expected.size()) {
            return a == actual.size();
        }
        if (expected.get(e).strip().equals(ANY)) {
            for (int next = a; next <= actual.size(); next++) {
                if (matches(expected, e + 1, actual, next)) {
                    return true;
                }
            }
            return false;
        }
        return a < actual.size()
                && pattern(expected.get(e)).matcher(actual.get(a)).matches()
                && matches(expected, e + 1, actual, a + 1);
    }

    private static Pattern pattern(String line) {
        StringBuilder pattern = new StringBuilder();
        for (String part : line.stripTrailing().split(ANY, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern + "\\s*");
    }

    /** Without blank lines at its ends. */
    private static List<String> trimmed(List<String> lines) {
        List<String> trimmed = new ArrayList<>(lines);
        while (!trimmed.isEmpty() && trimmed.getLast().isBlank()) {
            trimmed.removeLast();
        }
        while (!trimmed.isEmpty() && trimmed.getFirst().isBlank()) {
            trimmed.removeFirst();
        }
        return trimmed;
    }
}
