// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Terminal;
import cat.segell.problem.KeyOption;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a command's words go: for people to standard output, or one JSON document there and nothing else. */
public final class Out {

    /** Longer lines are broken on a person's terminal; file names and addresses never. */
    private static final int WIDTH = 96;

    /** Of a certificate's hash: enough to tell the certificates of one person apart. */
    private static final int SHORT = 8;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;
    private final PrintStream err;
    private final int width;
    private final boolean json;
    private final Messages texts;

    /** @param terminal whose lines are broken only where a person reads them */
    Out(Terminal terminal, boolean json, Language language) {
        this.out = terminal.out();
        this.err = terminal.err();
        this.width = terminal.interactive() ? WIDTH : Integer.MAX_VALUE;
        this.json = json;
        this.texts = Messages.load(language, Out.class, "cli");
    }

    public boolean json() {
        return json;
    }

    public Language language() {
        return texts.language();
    }

    public Messages texts() {
        return texts;
    }

    /** For people; nothing in JSON. */
    public void line(String text) {
        if (!json) {
            out.println(harmless(text));
        }
    }

    /** The same from {@code cli_xx.properties}. */
    public void say(String key, Map<String, ?> values) {
        line(wrapped("", texts.text(key, values)));
    }

    public void say(String key) {
        say(key, Map.of());
    }

    /** Beside the result: progress, warnings. */
    public void note(String text) {
        err.println(harmless(text));
    }

    /** The one JSON document; nothing for people. */
    public void document(Map<String, ?> document) {
        if (json) {
            out.println(written(document));
        }
    }

    private static String written(Map<String, ?> document) {
        try {
            return JSON.writeValueAsString(document).lines().map(Out::escaped).collect(Collectors.joining("\n"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON has escapes for what a terminal may obey, and uses them only for some of it. */
    private static String escaped(String line) {
        if (Showable.is(line)) {
            return line;
        }
        StringBuilder escaped = new StringBuilder();
        line.codePoints().mapToObj(Character::toString).forEach(sign -> {
            if (Showable.is(sign)) {
                escaped.append(sign);
            } else {
                sign.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
            }
        });
        return escaped.toString();
    }

    /** File names and labels stand in it that somebody else chose; the line ends are ours. */
    private static String harmless(String text) {
        return text.lines().map(Showable::of).collect(Collectors.joining("\n"));
    }

    /** A problem of a whole command, for people. */
    public void problem(Problem problem) {
        note(words(problem, ""));
    }

    /** Title, cause, remedy and code, each line behind {@code indent}. */
    public String words(Problem problem, String indent) {
        ProblemText text = ProblemText.onCommandLine(problem, language());
        String deeper = indent + "  ";
        return wrapped(indent, text.title()) + "\n"
                + wrapped(deeper, text.cause()) + "\n"
                + wrapped(deeper, text.remedy()) + "\n"
                + (problem instanceof KeyAmbiguous(var choices) ? choices(choices, deeper) : "")
                + wrapped(deeper, texts.text("problem.code", "code", text.code()));
    }

    /** Each key with its line to copy, which is never broken. */
    private String choices(List<KeyOption> choices, String indent) {
        StringBuilder lines = new StringBuilder();
        for (KeyOption choice : choices) {
            String holder = choice.holder()
                    + choice.organisation()
                            .filter(name -> !name.equals(choice.holder()))
                            .map(", "::concat)
                            .orElse("");
            lines.append(indent)
                    .append("  --key ")
                    .append(ShellWord.of(choice.key()))
                    .append('\n');
            lines.append(wrapped(
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
        return lines.toString();
    }

    /** As in JSON. */
    public Map<String, Object> facts(Problem problem) {
        ProblemText text = ProblemText.onCommandLine(problem, language());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", text.code());
        facts.put("title", text.title());
        facts.put("cause", text.cause());
        facts.put("remedy", text.remedy());
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
            case KeyOption option -> option.facts();
            case Problem problem -> problem.code();
            case List<?> list -> list.stream().map(Out::plain).toList();
            default -> fact.toString();
        };
    }

    String wrapped(String indent, String text) {
        StringBuilder lines = new StringBuilder(indent);
        int column = indent.length();
        for (String word : text.split(" ", -1)) {
            if (column > indent.length() && column + 1 + word.length() > width) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > indent.length()) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
