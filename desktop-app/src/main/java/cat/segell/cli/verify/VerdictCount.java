// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.cli.Out;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Of several files: how many of each verdict there are. */
final class VerdictCount {

    private VerdictCount() {}

    static void tell(List<VerifyOutcome> outcomes, Out out) {
        if (outcomes.size() < 2) {
            return;
        }
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            // What holds as practice is worth nothing, and isn't counted with what is.
            add(
                    counts,
                    "verify.count." + verdict.word(),
                    count(outcomes, found -> found.verdict() == verdict && !holdsAsPractice(found)),
                    out);
        }
        add(counts, "verify.count.practice", count(outcomes, VerdictCount::holdsAsPractice), out);
        long unread =
                outcomes.stream().filter(outcome -> outcome.report().isEmpty()).count();
        add(counts, "verify.count.unread", unread, out);
        out.say("verify.count", Map.of("count", outcomes.size(), "verdicts", String.join(", ", counts)));
    }

    private static boolean holdsAsPractice(ValidationReport report) {
        return report.verdict() == Verdict.VALID && report.practice();
    }

    private static long count(List<VerifyOutcome> outcomes, Predicate<ValidationReport> which) {
        return outcomes.stream()
                .filter(outcome -> outcome.report().filter(which).isPresent())
                .count();
    }

    private static void add(List<String> counts, String key, long files, Out out) {
        if (files > 0) {
            counts.add(out.texts().text(key, "count", files));
        }
    }
}
