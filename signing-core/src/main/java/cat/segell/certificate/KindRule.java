// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static cat.segell.certificate.CertificateKind.CITIZEN;
import static cat.segell.certificate.CertificateKind.OTHER;
import static cat.segell.certificate.CertificateKind.PSEUDONYM;
import static cat.segell.certificate.CertificateKind.PUBLIC_EMPLOYEE;
import static cat.segell.certificate.CertificateKind.REPRESENTATIVE;
import static cat.segell.certificate.CertificateKind.SEAL;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Who a certificate speaks for, by its policies, else by the attributes of its alternative name; never by its common name.
 * An OID stands for itself and everything below it.
 */
final class KindRule {

    /** National arc of public administration: "Perfiles de certificados electrónicos" 2.0, and Ley 11/2007 before it. */
    static final String NATIONAL = "2.16.724.1.3.5";

    private record Row(String oid, CertificateKind kind) {}

    /** The first row that one of the policies falls under decides; pseudonyms first, so that no name is shown by mistake. */
    private static final List<Row> POLICIES = List.of(
            new Row(NATIONAL + ".4", PSEUDONYM),
            new Row(NATIONAL + ".7", PUBLIC_EMPLOYEE),
            new Row(NATIONAL + ".3", PUBLIC_EMPLOYEE),
            new Row(NATIONAL + ".6", SEAL),
            new Row(NATIONAL + ".8", REPRESENTATIVE),
            new Row(NATIONAL + ".9", REPRESENTATIVE),
            // Consorci AOC, certificate profiles 6.9
            new Row("1.3.6.1.4.1.15096.1.3.2.4", PSEUDONYM),
            new Row("1.3.6.1.4.1.15096.1.3.2.7", PUBLIC_EMPLOYEE),
            new Row("1.3.6.1.4.1.15096.1.3.2.82.2", PUBLIC_EMPLOYEE),
            new Row("1.3.6.1.4.1.15096.1.3.2.86.3", PUBLIC_EMPLOYEE),
            new Row("1.3.6.1.4.1.15096.1.3.2.6", SEAL),
            new Row("1.3.6.1.4.1.15096.1.3.2.91", SEAL),
            new Row("1.3.6.1.4.1.15096.1.3.2.8.1", REPRESENTATIVE),
            new Row("1.3.6.1.4.1.15096.1.3.2.86.2", CITIZEN),
            // A person linked to an entity is not thereby its employee.
            new Row("1.3.6.1.4.1.15096.1.3.2.82.1", OTHER),
            new Row("1.3.6.1.4.1.15096.1.3.2.86.1", OTHER),
            new Row("1.3.6.1.4.1.15096.1.3.1.81", PUBLIC_EMPLOYEE),
            // esFIRMA
            new Row("1.3.6.1.4.1.47281.1.3", PSEUDONYM),
            // FNMT
            new Row("1.3.6.1.4.1.5734.3.3.4.4", PUBLIC_EMPLOYEE),
            new Row("1.3.6.1.4.1.5734.3.11", REPRESENTATIVE),
            new Row("1.3.6.1.4.1.5734.3.10.1", CITIZEN),
            new Row("1.3.6.1.4.1.5734.3.20.1", CITIZEN),
            // DNIe
            new Row("2.16.724.1.2.2.2", CITIZEN),
            // ACCV
            new Row("1.3.6.1.4.1.8149.3.16", SEAL),
            new Row("1.3.6.1.4.1.8149.3.17", SEAL),
            // ETSI EN 319 411-2: QCP-l, QCP-l-qscd
            new Row("0.4.0.194112.1.1", SEAL),
            new Row("0.4.0.194112.1.3", SEAL));

    private static final List<Row> ATTRIBUTES = POLICIES.subList(0, 4);

    /** ETSI EN 319 411-2: QCP-n, QCP-n-qscd, qualified certificates of natural persons. */
    private static final Set<String> QUALIFIED_PERSON = Set.of("0.4.0.194112.1.0", "0.4.0.194112.1.2");

    private KindRule() {}

    static CertificateKind kind(X509Certificate certificate) {
        Set<String> policies = CertificateFields.policies(certificate);
        return first(POLICIES, policies)
                .or(() -> first(
                        ATTRIBUTES,
                        CertificateFields.directoryNames(certificate).keySet()))
                .orElseGet(() -> withoutArc(certificate, policies));
    }

    private static CertificateKind withoutArc(X509Certificate certificate, Set<String> policies) {
        if (seals(certificate)) {
            return SEAL;
        }
        return citizen(certificate, policies) ? CITIZEN : OTHER;
    }

    private static Optional<CertificateKind> first(List<Row> rows, Collection<String> oids) {
        return rows.stream()
                .filter(row -> oids.stream().anyMatch(oid -> falls(oid, row.oid())))
                .findFirst()
                .map(Row::kind);
    }

    /** Whether an attribute belongs to the profile of certificates of this kind. */
    static boolean ownArc(String attribute, CertificateKind kind) {
        return first(ATTRIBUTES, Set.of(attribute)).filter(kind::equals).isPresent();
    }

    /** Whether an OID is {@code arc} or lies below it. */
    static boolean falls(String oid, String arc) {
        return (oid + ".").startsWith(arc + ".");
    }

    /** Says that it seals, and not that it signs as well. */
    private static boolean seals(X509Certificate certificate) {
        return QcStatements.of(certificate).types().equals(Set.of(QcType.ESEAL));
    }

    private static boolean citizen(X509Certificate certificate, Set<String> policies) {
        return policies.stream().anyMatch(QUALIFIED_PERSON::contains)
                && CertificateFields.subject(certificate, BCStyle.O).isEmpty();
    }
}
