// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * What the log keeps of an expected failure: its code, those facts that name nobody, and where it came from. Messages of
 * causes are left out: they hold the names of files, and files are named after people.
 */
public final class ProblemTrace {

    private static final Pattern TECHNICAL = Pattern.compile("0x[0-9A-Fa-f]{1,16}|C_[A-Za-z]{1,40}");

    private static final int MOST_CAUSES = 10;

    private ProblemTrace() {}

    /** In one line. Where a failure ends as one document's result, its cause would else be lost. */
    public static String of(ProblemException failure) {
        StringBuilder line = new StringBuilder(failure.problem().code());
        failure.problem()
                .facts()
                .forEach((name, fact) ->
                        line.append(' ').append(name).append('=').append(masked(fact)));
        Throwable thrown = failure;
        for (int depth = 0; depth < MOST_CAUSES && thrown != null; depth++) {
            line.append(depth == 0 ? " at " : ", by " + thrown.getClass().getName() + " at ")
                    .append(place(thrown));
            thrown = thrown.getCause();
        }
        return line.toString();
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].getClassName() + ":" + trace[0].getLineNumber();
    }

    private static String masked(Object fact) {
        return switch (fact) {
            case Number number -> number.toString();
            case Instant instant -> instant.toString();
            case Enum<?> word -> word.toString();
            case Path path -> "*" + ending(path);
            case Collection<?> values -> "(" + values.size() + ")";
            case Problem other -> other.code();
            case String word when TECHNICAL.matcher(word).matches() -> word;
            default -> "***";
        };
    }

    /** What kind of file it is. */
    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        return ending.matches("\\.[A-Za-z0-9-]{1,10}") ? ending : "";
    }
}
