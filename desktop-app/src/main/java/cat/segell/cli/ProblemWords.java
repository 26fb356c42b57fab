// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.KeyOption;
import cat.segell.problem.KeyProblem.DriverFileMissing;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.problem.UsageProblem.KeyReferenceInvalid;
import cat.segell.problem.UsageProblem.PracticeUnknown;
import cat.segell.text.Messages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A problem on the command line, for people and for scripts.
 *
 * @param segell what a command to copy begins with
 */
record ProblemWords(Messages texts, Lines lines, String segell) {

    /** Of a certificate's hash: enough to tell the certificates of one person apart. */
    private static final int SHORT = 8;

    /** Title, cause, remedy and code, each line behind {@code indent}. */
    String words(Problem problem, String indent) {
        return words(problem, told(problem), indent);
    }

    /** The same, and then what just this card's issuer says of it: how exactly comes after what. */
    String words(Problem problem, List<String> advice, String indent) {
        return Stream.concat(
                        Stream.of(words(problem, told(problem, advice), indent)),
                        advice.stream().map(each -> lines.wrapped(indent + "  ", each)))
                .collect(Collectors.joining("\n"));
    }

    private String words(Problem problem, ProblemText text, String indent) {
        String deeper = indent + "  ";
        return lines.wrapped(indent, text.title()) + "\n"
                + lines.wrapped(deeper, text.cause()) + "\n"
                + lines.wrapped(deeper, remedy(problem, text)) + "\n"
                + choices(problem, deeper)
                + code(text, deeper);
    }

    /** The same without a remedy. */
    String statement(Problem problem) {
        ProblemText text = told(problem);
        return lines.wrapped("", text.title()) + "\n" + lines.wrapped("  ", text.cause()) + "\n" + code(text, "  ");
    }

    private String code(ProblemText text, String indent) {
        return lines.wrapped(indent, texts.text("problem.code", "code", text.code()));
    }

    private String remedy(Problem problem, ProblemText text) {
        return Stream.of(
                        meant(problem).map(word -> texts.text("usage.near", "word", word)),
                        quoted(problem),
                        Optional.of(text.remedy()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** Why the home folder isn't where somebody looks for a file in it. */
    private Optional<String> quoted(Problem problem) {
        return problem instanceof DriverFileMissing(Path module) && NearFile.isInQuotedHome(module)
                ? Optional.of(texts.text("usage.quoted"))
                : Optional.empty();
    }

    /** What somebody probably meant who named what isn't there. */
    private static Optional<String> meant(Problem problem) {
        return switch (problem) {
            case KeyReferenceInvalid(String key) -> KeyHint.of(key);
            case KeyNotFound(String key) -> KeyHint.ofIdentifier(key);
            case DriverFileMissing(Path module) -> NearFile.of(module).map(Path::toString);
            case TokenNotFound(String name, List<String> present) -> Nearest.of(name, present);
            case PracticeUnknown(String name, List<String> words) -> Nearest.of(name, words);
            default -> Optional.empty();
        };
    }

    /** What to choose from, a line each. */
    private String choices(Problem problem, String indent) {
        return switch (problem) {
            case KeyAmbiguous(List<KeyOption> choices) -> choices(choices, indent);
            case PracticeUnknown(String _, List<String> words) ->
                Stream.concat(
                                Stream.of(indent + texts.text("choice.practice")),
                                words.stream().map(word -> indent + "  " + word))
                        .collect(Collectors.joining("\n", "", "\n"));
            default -> "";
        };
    }

    /** Each key with its line to copy, which is never broken. */
    private String choices(List<KeyOption> choices, String indent) {
        StringBuilder told = new StringBuilder();
        for (KeyOption choice : choices) {
            String holder = choice.holder()
                    + choice.organisation()
                            .filter(name -> !name.equals(choice.holder()))
                            .map(", "::concat)
                            .orElse("");
            told.append(indent)
                    .append("  --key ")
                    .append(ShellWord.of(choice.key()))
                    .append('\n');
            told.append(lines.wrapped(
                            indent + "      ",
                            texts.text(
                                    "choice",
                                    Map.of(
                                            "holder", holder,
                                            "purpose", texts.text("purpose." + choice.purpose()),
                                            "date", choice.until(),
                                            "sha256", choice.sha256().substring(0, SHORT)))))
                    .append('\n');
        }
        return told.toString();
    }

    /** As in JSON. */
    Map<String, Object> facts(Problem problem) {
        return facts(problem, told(problem));
    }

    Map<String, Object> facts(Problem problem, List<String> advice) {
        Map<String, Object> facts = facts(problem, told(problem, advice));
        if (!advice.isEmpty()) {
            facts.put("advice", advice);
        }
        return facts;
    }

    private ProblemText told(Problem problem) {
        return ProblemText.onCommandLine(problem, texts.language(), segell);
    }

    private ProblemText told(Problem problem, List<String> advice) {
        return advice.isEmpty() ? told(problem) : ProblemText.advisedOnCommandLine(problem, texts.language(), segell);
    }

    private Map<String, Object> facts(Problem problem, ProblemText text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", text.code());
        facts.put("title", text.title());
        facts.put("cause", text.cause());
        facts.put("remedy", remedy(problem, text));
        if (!problem.facts().isEmpty()) {
            Map<String, Object> plain = new LinkedHashMap<>();
            problem.facts().forEach((name, fact) -> plain.put(name, plain(fact)));
            facts.put("facts", plain);
        }
        return facts;
    }

    private static Object plain(Object fact) {
        return switch (fact) {
            case Number number -> number;
            case Boolean yes -> yes;
            case KeyOption option -> option.facts();
            case Problem problem -> problem.code();
            case List<?> list -> list.stream().map(ProblemWords::plain).toList();
            default -> fact.toString();
        };
    }
}
