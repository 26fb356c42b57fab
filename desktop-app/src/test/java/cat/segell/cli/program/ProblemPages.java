// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.ExitStatus;
import cat.segell.fixture.Problems;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code docs/problems.md}: every code with its words in three languages. */
final class ProblemPages {

    private ProblemPages() {}

    static String page() {
        StringBuilder page = new StringBuilder("""
                # Problems

                Every failure that Segell expects has a code. It is shown with what happened, why, and what to do next, and it
                never changes: scripts and helpdesks can rely on it. This page is generated from the texts that the program
                shows; words in braces stand for what it fills in. What is said on the command line instead stands behind `segell`.
                """);
        for (Class<?> area : Problems.areas()) {
            page.append("\n## ").append(name(area)).append("\n");
            for (Class<?> problem : Problems.of(area)) {
                append(page, area, Problems.samples(problem).getFirst());
            }
        }
        return page.toString();
    }

    private static String name(Class<?> area) {
        return area.getSimpleName().replace("Problem", "");
    }

    private static void append(StringBuilder page, Class<?> area, Problem problem) {
        String code = problem.code();
        page.append("\n### ").append(code).append("\n\n");
        page.append(
                problem.isNotice() ? "A notice: it changes no exit status" : "Exit status " + ExitStatus.of(problem));
        page.append(".\n\n| | What happened | Why | What to do |\n|---|---|---|---|\n");
        for (Language language : new Language[] {Language.EN, Language.CA, Language.ES}) {
            Messages texts =
                    Messages.load(language, ProblemText.class, name(area).toLowerCase(Locale.ROOT));
            page.append("| ").append(language.tag());
            for (String part : new String[] {"title", "cause", "remedy"}) {
                page.append(" | ").append(raw(texts, code + "." + part, problem));
            }
            String typed = code + ".remedy.command-line";
            if (texts.has(typed)) {
                page.append("<br>`segell`: ").append(raw(texts, typed, problem));
            }
            String practice = code + ".remedy.practice.command-line";
            if (texts.has(practice)) {
                page.append("<br>`practice:` ").append(raw(texts, practice, problem));
            }
            page.append(" |\n");
        }
    }

    /** With its places in braces, but for the program's name: as it reads where every fact is known. */
    private static String raw(Messages texts, String key, Problem problem) {
        Map<String, String> places = new LinkedHashMap<>();
        problem.facts().keySet().forEach(fact -> places.put(fact, "{" + fact + "}"));
        places.put("segell", "segell");
        return texts.text(key, places).replace("|", "\\|").replace("\n", " ");
    }
}
