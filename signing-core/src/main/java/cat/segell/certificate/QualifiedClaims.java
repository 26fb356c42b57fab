// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a certificate claims of itself in its QcStatements (EN 319 412-5). Anybody can write them: whether it <em>is</em>
 * qualified only the trusted list says.
 *
 * @param compliance QcCompliance: issued as a qualified certificate
 * @param device QcSSCD: the key is in a qualified device
 * @param types QcType, else what its policy and the standard's rule make of a certificate with QcCompliance
 * @param countries QcCClegislation: qualified by the law of these countries, not of the European Union
 * @param retentionYears how long its issuer keeps what it knows
 * @param limit of the value of what may be signed
 */
public record QualifiedClaims(
        boolean compliance,
        boolean device,
        Set<QcType> types,
        List<String> countries,
        OptionalInt retentionYears,
        Optional<ValueLimit> limit) {

    /** @param currency by ISO 4217, letters or number */
    public record ValueLimit(String currency, BigDecimal amount) {}

    public static final QualifiedClaims NONE =
            new QualifiedClaims(false, false, Set.of(), List.of(), OptionalInt.empty(), Optional.empty());

    public QualifiedClaims {
        types = Set.copyOf(types);
        countries = List.copyOf(countries);
    }

    /** Whether it claims to be qualified in the European Union. */
    public boolean european() {
        return compliance && countries.isEmpty();
    }
}
