// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Medians of one case.
 *
 * @param costs by who made them; Segell's own come first
 */
record BatchFigures(BatchCase batch, Map<String, Cost> costs) {

    /** Seconds of the processors, of a clock, and MB of memory that all processes of it held together. */
    record Cost(double processor, double wall, double memory) {

        private Cost over(Cost other) {
            return new Cost(processor / other.processor, wall / other.wall, memory / other.memory);
        }
    }

    static BatchFigures of(BatchCase batch, Map<String, List<MeasuredProcess>> measured) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        measured.forEach((who, rounds) -> costs.put(
                who,
                new Cost(
                        median(rounds, MeasuredProcess::processor),
                        median(rounds, MeasuredProcess::wall),
                        median(rounds, each -> (double) each.resident() / (1 << 20)))));
        return new BatchFigures(batch, costs);
    }

    private static double median(List<MeasuredProcess> rounds, ToDoubleFunction<MeasuredProcess> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    /** Of a document beyond the first, in relation to the time that the key takes for each. */
    private OptionalDouble perSlowSignature() {
        Cost one = costs.get(BatchBench.ONE_DOCUMENT);
        return one == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (own().wall() - one.wall()) / (batch.count() - 1) / BatchCase.SECONDS_OF_A_SLOW_SIGNATURE);
    }

    private Cost own() {
        return Objects.requireNonNull(costs.get(BatchBench.SEGELL));
    }

    /** A table: what each took, and what Segell took in relation to it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        costs.forEach((who, cost) -> {
            Cost ratio = own().over(cost);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %-14s processor %6.2f s %5.2fx   wall %6.2f s %5.2fx   memory %5.0f MB %5.2fx",
                    batch.title(),
                    who,
                    cost.processor(),
                    ratio.processor(),
                    cost.wall(),
                    ratio.wall(),
                    cost.memory(),
                    ratio.memory()));
        });
        perSlowSignature()
                .ifPresent(ratio -> lines.add(String.format(
                        Locale.ROOT, "%-20s each further document %.3f times its signature", batch.title(), ratio)));
        return lines;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", batch.word());
        json.put("documents", batch.count());
        json.put("rounds", batch.rounds());
        perSlowSignature().ifPresent(ratio -> json.put("perSignature", ratio));
        costs.forEach(
                (who, cost) -> json.put(who.toLowerCase(Locale.ROOT), Map.of("cost", cost, "ratio", own().over(cost))));
        return json;
    }
}
