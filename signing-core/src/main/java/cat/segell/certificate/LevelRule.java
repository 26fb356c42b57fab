// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static cat.segell.certificate.AssuranceLevel.HIGH;
import static cat.segell.certificate.AssuranceLevel.MEDIUM;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assurance level by policy, else by the arc of the alternative name's attributes. Of two that are claimed, the lower. */
final class LevelRule {

    private static final String AOC = "1.3.6.1.4.1.15096.1.3.2";

    private record Row(String oid, AssuranceLevel level) {}

    /** Arcs below which .1 is high and .2 medium: employees now and under Ley 11/2007, pseudonyms, seals. */
    private static final List<String> NATIONAL = Stream.of("3", "4", "6", "7")
            .map(kind -> KindRule.NATIONAL + "." + kind)
            .toList();

    /** Consorci AOC, certificate profiles 6.9. */
    private static final List<Row> OWN = List.of(
            new Row(AOC + ".7.3.1", MEDIUM),
            new Row(AOC + ".86.1", MEDIUM),
            new Row(AOC + ".86.3", MEDIUM),
            new Row(AOC + ".4.2", MEDIUM),
            new Row(AOC + ".6.2", MEDIUM),
            new Row(AOC + ".7.1", HIGH),
            new Row(AOC + ".82", HIGH),
            new Row(AOC + ".4.1", HIGH));

    private LevelRule() {}

    static Optional<AssuranceLevel> level(X509Certificate certificate) {
        return claimed(CertificateFields.policies(certificate))
                .or(() -> claimed(CertificateFields.directoryNames(certificate).keySet()));
    }

    private static Optional<AssuranceLevel> claimed(Collection<String> oids) {
        return oids.stream().flatMap(oid -> level(oid).stream()).max(AssuranceLevel::compareTo);
    }

    private static Optional<AssuranceLevel> level(String oid) {
        for (String arc : NATIONAL) {
            if (KindRule.falls(oid, arc + ".1")) {
                return Optional.of(HIGH);
            }
            if (KindRule.falls(oid, arc + ".2")) {
                return Optional.of(MEDIUM);
            }
        }
        return OWN.stream()
                .filter(row -> KindRule.falls(oid, row.oid()))
                .map(Row::level)
                .findFirst();
    }
}
