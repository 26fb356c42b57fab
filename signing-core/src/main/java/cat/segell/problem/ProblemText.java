// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * A problem in a person's words: what happened, why, and what to do next.
 *
 * <p>The words lie beside this class in one file an area and language ({@code document_ca.properties}), under
 * {@code CODE.title}, {@code CODE.cause} and {@code CODE.remedy}, with the problem's facts as named values; a fact that is a
 * problem itself stands for its title, and one of a closed choice for its words ({@code CODE.FACT.CHOICE}). What to do differs
 * where only a command line has the means: {@code CODE.remedy.command-line} is told there instead, and
 * {@code CODE.remedy.advised} where what the card's issuer says follows. A practice card has no issuer: for it they are
 * {@code CODE.remedy.practice} and {@code CODE.remedy.practice.command-line}.
 */
public record ProblemText(String code, String title, String cause, String remedy) {

    private static final List<Class<? extends Problem>> AREAS = List.of(
            CertificateProblem.class,
            DocumentProblem.class,
            InternalProblem.class,
            KeyProblem.class,
            LedgerProblem.class,
            ListProblem.class,
            PinProblem.class,
            ReaderProblem.class,
            RevocationProblem.class,
            ServiceProblem.class,
            SettingProblem.class,
            UsageProblem.class);

    /** Facts that say who a person is or what they work on. */
    private static final Set<String> PERSONAL = Set.of("file", "folder", "holder");

    /** Facts that are names of somebody else's choice, and stand within marks. */
    private static final Set<String> QUOTED = Set.of("field", "waiting");

    private static final String MASK = "***";

    private static final String REMEDY = "remedy";

    private static final String TYPED_REMEDY = "remedy.command-line";

    private static final String ADVISED_REMEDY = "remedy.advised";

    private static final String PRACTICE_REMEDY = "remedy.practice";

    private static final String TYPED_PRACTICE_REMEDY = "remedy.practice.command-line";

    /** The fact that picks it. */
    private static final String PRACTICE = "practice";

    /** Stands in the texts for how the program is called. */
    private static final String PROGRAM = "segell";

    private static final Map<Language, Messages> TEXTS = new EnumMap<>(Language.class);

    static {
        String[] files = AREAS.stream()
                .map(area -> area.getSimpleName().replace("Problem", "").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        for (Language language : Language.values()) {
            TEXTS.put(language, Messages.load(language, ProblemText.class, files));
        }
    }

    public static ProblemText of(Problem problem, Language language) {
        return of(problem, problem.facts(), REMEDY, language, PROGRAM);
    }

    /**
     * For somebody who types commands, and can be told of options.
     *
     * @param segell how they call the program, as it is to be typed
     */
    public static ProblemText onCommandLine(Problem problem, Language language, String segell) {
        return of(problem, problem.facts(), TYPED_REMEDY, language, segell);
    }

    /** The same where the way of just this card's issuer follows: then nobody is sent to look for it. */
    public static ProblemText advisedOnCommandLine(Problem problem, Language language, String segell) {
        boolean special = texts(language).has(problem.code() + "." + ADVISED_REMEDY);
        return of(problem, problem.facts(), special ? ADVISED_REMEDY : TYPED_REMEDY, language, segell);
    }

    /** The same for others' eyes: without the names of people, documents and folders. */
    public static ProblemText masked(Problem problem, Language language) {
        Map<String, Object> facts = new LinkedHashMap<>(problem.facts());
        facts.replaceAll((name, value) -> PERSONAL.contains(name) ? MASK : value);
        return of(problem, facts, REMEDY, language, PROGRAM);
    }

    /** Of a problem of which only the code was kept; absent where no problem has it, or its title tells facts. */
    public static Optional<String> title(String code, Language language) {
        String key = code + ".title";
        return Optional.of(texts(language))
                .filter(texts -> texts.has(key))
                .map(texts -> texts.text(key))
                .filter(title -> title.indexOf('{') < 0);
    }

    private static ProblemText of(
            Problem problem, Map<String, Object> facts, String remedy, Language language, String segell) {
        Map<String, Object> shown = new LinkedHashMap<>(facts);
        shown.replaceAll((name, fact) -> switch (fact) {
            case Problem other -> of(other, language).title();
            case Enum<?> word -> texts(language).text(problem.code() + "." + name + "." + word);
            default -> QUOTED.contains(name) ? quoted(fact, language) : fact;
        });
        shown.put(PROGRAM, segell);
        return new ProblemText(
                problem.code(),
                texts(language).text(problem.code() + ".title", shown),
                texts(language).text(problem.code() + ".cause", shown),
                texts(language).text(problem.code() + "." + fitting(remedy, problem, facts, language), shown));
    }

    private static Object quoted(Object fact, Language language) {
        return fact instanceof List<?> names
                ? names.stream().map(each -> quoted(each, language)).toList()
                : language.quoted(fact.toString());
    }

    /** The wanted one where the problem has it, else the one that it has. */
    private static String fitting(String remedy, Problem problem, Map<String, Object> facts, Language language) {
        if (Boolean.TRUE.equals(facts.get(PRACTICE))) {
            boolean typed = !remedy.equals(REMEDY) && texts(language).has(problem.code() + "." + TYPED_PRACTICE_REMEDY);
            return typed ? TYPED_PRACTICE_REMEDY : PRACTICE_REMEDY;
        }
        return texts(language).has(problem.code() + "." + remedy) ? remedy : REMEDY;
    }

    private static Messages texts(Language language) {
        Messages texts = TEXTS.get(language);
        if (texts == null) {
            throw new MissingResourceException("no problem texts", "ProblemText", language.tag());
        }
        return texts;
    }
}
