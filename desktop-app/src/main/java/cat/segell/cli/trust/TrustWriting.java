// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.trust;

import cat.segell.cli.Columns;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.problem.ListProblem.ListNone;
import cat.segell.problem.ListProblem.ListStale;
import cat.segell.problem.Problem;
import cat.segell.trust.list.ListStatus;
import cat.segell.trust.list.LotlSigners;
import cat.segell.trust.list.TrustStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it stands with the lists, in JSON and for people. */
record TrustWriting(TrustStatus status, boolean on, Out out) {

    /** How titles of notices begin. */
    private static final String JOURNAL = "OJ ";

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", on);
        LotlSigners known = status.signers();
        Map<String, Object> signers = new LinkedHashMap<>();
        signers.put("address", known.address().toString());
        signers.put("notice", known.notice());
        signers.put("title", known.title());
        signers.put("published", known.published().toString());
        signers.put("certificates", known.certificates().size());
        known.file().ifPresent(file -> signers.put("file", file.toString()));
        json.put("signers", signers);
        json.put("lists", status.lists().stream().map(this::json).toList());
        json.put("problems", told(status.notices()).stream().map(out::facts).toList());
        return json;
    }

    private Map<String, Object> json(ListStatus list) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("list", list.list());
        json.put("address", list.address());
        list.sequence().ifPresent(number -> json.put("sequence", number));
        list.issued().ifPresent(time -> json.put("issued", time.toString()));
        list.nextUpdate().ifPresent(time -> json.put("nextUpdate", time.toString()));
        list.fetched().ifPresent(time -> json.put("fetched", time.toString()));
        json.put("stale", isStale(list));
        json.put("used", list.used() && on);
        json.put("problems", list.problems().stream().map(out::facts).toList());
        return json;
    }

    private static boolean isStale(ListStatus list) {
        return list.problems().stream().anyMatch(ListStale.class::isInstance);
    }

    void tell() {
        out.say(on ? "trust.on" : "trust.off", Map.of("segell", out.segell()));
        LotlSigners known = status.signers();
        out.say(
                "trust.signers",
                Map.of(
                        "title",
                        title(known.title()),
                        "date",
                        known.published().atTime(12, 0).toInstant(ZoneOffset.UTC),
                        "notice",
                        known.notice()));
        known.file().ifPresent(file -> out.say("trust.signers.file", Map.of("file", file)));
        table().lines().forEach(out::line);
        List<Problem> problems = told(status.problems());
        if (!problems.isEmpty()) {
            out.line("");
            problems.forEach(problem -> out.line(out.words(problem, "")));
        }
    }

    /** The Official Journal by its name in the reader's language; a title of another kind as it stands. */
    private String title(String title) {
        return title.startsWith(JOURNAL)
                ? out.texts().text("trust.journal", "number", title.substring(JOURNAL.length()))
                : title;
    }

    /** Of what is told: a script that looks at nothing else sees that something is. Of lists that don't count, nothing. */
    int exitStatus() {
        return !on
                ? ExitStatus.DONE
                : ExitStatus.first(
                        told(status.problems()).stream().map(ExitStatus::of).toList());
    }

    /** That there are none is no problem where they don't count, and no news beside why none could be had. */
    private List<Problem> told(List<? extends Problem> problems) {
        boolean alone = on && status.problems().stream().allMatch(ListNone.class::isInstance);
        return problems.stream()
                .map(Problem.class::cast)
                .filter(problem -> alone || !(problem instanceof ListNone))
                .toList();
    }

    private Columns table() {
        Columns table = new Columns();
        if (status.lists().isEmpty()) {
            return table;
        }
        table.row(List.of("list", "sequence", "fetched", "until", "state").stream()
                .map(head -> out.texts().text("trust.head." + head))
                .toArray(String[]::new));
        for (ListStatus list : status.lists()) {
            table.row(
                    list.list(),
                    list.sequence().map(String::valueOf).orElse("–"),
                    date(list.fetched()),
                    date(list.nextUpdate()),
                    out.texts().text("trust.state." + state(list)));
        }
        return table;
    }

    private String date(Optional<Instant> time) {
        return time.map(out.language()::date).orElse("–");
    }

    private String state(ListStatus list) {
        if (list.sequence().isEmpty()) {
            return "missing";
        }
        return isStale(list) ? "stale" : list.used() ? on ? "used" : "ready" : "unused";
    }
}
