// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Looks at everything once, and tells what follows from it. */
public final class Diagnosis {

    /** In the order in which one thing stands on the other: what is further down may follow from what is further up. */
    private static final List<Rule> RULES = List.of(
            new ReaderRule(), new CardRule(), new DriverRule(), new TokenRule(), new CertificateRule(), new ListRule());

    private final List<Probe> probes;
    private final Clock clock;

    public Diagnosis(List<Probe> probes, Clock clock) {
        this.probes = List.copyOf(probes);
        this.clock = clock;
    }

    /** The most important first. */
    public List<Finding> run() {
        List<Fact> seen =
                probes.stream().flatMap(probe -> probe.look().stream()).toList();
        return conclude(new Facts(clock.instant(), seen));
    }

    static List<Finding> conclude(Facts facts) {
        return RULES.stream()
                .flatMap(rule -> rule.findings(facts).stream())
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
