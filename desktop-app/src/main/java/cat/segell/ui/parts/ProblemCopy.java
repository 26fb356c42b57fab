// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A problem as text for the helpdesk: code first, no names of people, documents or folders, version and time. */
public final class ProblemCopy {

    private ProblemCopy() {}

    public static String of(Problem problem, Language language, Instant now) {
        return of(problem, List.of(), language, now);
    }

    /** @param advice what is said after it of just this kind of card, a sentence each */
    public static String of(Problem problem, List<String> advice, Language language, Instant now) {
        ProblemText words = ProblemText.masked(problem, language);
        List<String> lines = new ArrayList<>(List.of(words.code(), words.title(), words.cause(), words.remedy()));
        lines.addAll(advice);
        lines.add("Segell " + version() + ", " + now.truncatedTo(ChronoUnit.SECONDS));
        return String.join("\n", lines);
    }

    private static String version() {
        return Objects.requireNonNullElse(ProblemCopy.class.getPackage().getImplementationVersion(), "dev");
    }
}
