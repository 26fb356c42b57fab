// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;

/**
 * A problem in a person's words: what happened, why, and what to do next.
 *
 * <p>The words lie beside this class in one file an area and language ({@code document_ca.properties}), under
 * {@code CODE.title}, {@code CODE.cause} and {@code CODE.remedy}, with the problem's facts as named values.
 */
public record ProblemText(String code, String title, String cause, String remedy) {

    private static final List<Class<? extends Problem>> AREAS = List.of(
            CertificateProblem.class,
            DocumentProblem.class,
            InternalProblem.class,
            KeyProblem.class,
            LedgerProblem.class,
            PinProblem.class,
            ReaderProblem.class,
            ServiceProblem.class,
            SettingProblem.class,
            UsageProblem.class);

    private static final Map<Language, Messages> TEXTS = new EnumMap<>(Language.class);

    static {
        String[] files = AREAS.stream()
                .map(area -> area.getSimpleName().replace("Problem", "").toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new);
        for (Language language : Language.values()) {
            TEXTS.put(language, Messages.load(language, ProblemText.class, files));
        }
    }

    public static ProblemText of(Problem problem, Language language) {
        return new ProblemText(
                problem.code(),
                part(problem, "title", language),
                part(problem, "cause", language),
                part(problem, "remedy", language));
    }

    private static String part(Problem problem, String part, Language language) {
        Messages texts = TEXTS.get(language);
        if (texts == null) {
            throw new MissingResourceException("no problem texts", "ProblemText", language.tag());
        }
        return texts.text(problem.code() + "." + part, problem.facts());
    }
}
