// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.terminal.Terminal;
import cat.segell.problem.Problem;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a command's words go: for people to standard output, or one JSON document there and nothing else. */
public final class Out {

    /** Longer lines are broken on a person's terminal; file names, addresses and commands never. */
    private static final int WIDTH = 96;

    private final PrintStream out;
    private final PrintStream err;
    private final Lines lines;
    private final ProblemWords problems;
    private final boolean json;
    private final Messages texts;
    private final String segell;

    /** @param terminal whose lines are broken only where a person reads them */
    public Out(Terminal terminal, GlobalOptions options, Language language) {
        this.out = terminal.out();
        this.err = terminal.err();
        this.json = options.json();
        this.segell = segell(options);
        this.lines = Lines.of(terminal.interactive() ? WIDTH : Integer.MAX_VALUE, segell);
        this.texts = Messages.load(language, Out.class, "cli");
        this.problems = new ProblemWords(texts, lines, segell);
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

    /** What a command to copy begins with: the program as the person called it, at the home that was given with it. */
    public String segell() {
        return segell;
    }

    private static String segell(GlobalOptions options) {
        return ShellWord.segell()
                + options.home()
                        .map(home -> " --home " + ShellWord.of(home.toString()))
                        .orElse("");
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

    /**
     * How many were done, and how many were not.
     *
     * @param key of a text that counts; {@code .nothing} says it of not even one, {@code .failed} of those that failed
     */
    public String sum(String key, long done, long failed) {
        String text = done == 0 ? texts.text(key + ".nothing") : texts.text(key, "count", done);
        return failed == 0 ? text : text + " " + texts.text(key + ".failed", "count", failed);
    }

    /** Beside the result: progress, warnings. */
    public void note(String text) {
        err.println(harmless(text));
    }

    /** The one JSON document; nothing for people. */
    public void document(Map<String, ?> document) {
        if (json) {
            out.println(JsonDocument.written(document));
        }
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
        return problems.words(problem, indent);
    }

    /** As in JSON. */
    public Map<String, Object> facts(Problem problem) {
        return problems.facts(problem);
    }

    /** The same, with what just this card's issuer says of it, a sentence each; there may be none. */
    public String words(Problem problem, List<String> advice) {
        return words(problem, advice, "");
    }

    public String words(Problem problem, List<String> advice, String indent) {
        return problems.words(problem, advice, indent);
    }

    public Map<String, Object> facts(Problem problem, List<String> advice) {
        return problems.facts(problem, advice);
    }

    /** Title, cause and code, of what needs no remedy. */
    public String statement(Problem problem) {
        return problems.statement(problem);
    }

    public String wrapped(String indent, String text) {
        return lines.wrapped(indent, text);
    }
}
