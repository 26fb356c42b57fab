// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** A problem as text for the helpdesk: code first, no names of people, documents or folders, version and time. */
public final class ProblemCopy {

    private ProblemCopy() {}

    public static String of(Problem problem, Language language, Instant now) {
        ProblemText words = ProblemText.masked(problem, language);
        return String.join(
                "\n",
                words.code(),
                words.title(),
                words.cause(),
                words.remedy(),
                "Segell " + version() + ", " + now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String version() {
        return Objects.requireNonNullElse(ProblemCopy.class.getPackage().getImplementationVersion(), "dev");
    }
}
