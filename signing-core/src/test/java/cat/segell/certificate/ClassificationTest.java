// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static cat.segell.certificate.AssuranceLevel.HIGH;
import static cat.segell.certificate.AssuranceLevel.MEDIUM;
import static cat.segell.certificate.CertificateKind.CITIZEN;
import static cat.segell.certificate.CertificateKind.OTHER;
import static cat.segell.certificate.CertificateKind.PSEUDONYM;
import static cat.segell.certificate.CertificateKind.PUBLIC_EMPLOYEE;
import static cat.segell.certificate.CertificateKind.REPRESENTATIVE;
import static cat.segell.certificate.CertificateKind.SEAL;
import static cat.segell.certificate.CertificatePurpose.AUTHENTICATION;
import static cat.segell.certificate.CertificatePurpose.BOTH;
import static cat.segell.certificate.CertificatePurpose.SIGNATURE;
import static cat.segell.certificate.Profiled.ADOBE;
import static cat.segell.certificate.Profiled.AOC;
import static cat.segell.certificate.Profiled.CC;
import static cat.segell.certificate.Profiled.CLIENT_AUTH;
import static cat.segell.certificate.Profiled.DS;
import static cat.segell.certificate.Profiled.KE;
import static cat.segell.certificate.Profiled.NCP_PLUS;
import static cat.segell.certificate.Profiled.QCP_L;
import static cat.segell.certificate.Profiled.QCP_N;
import static cat.segell.certificate.Profiled.QCP_N_QSCD;
import static cat.segell.certificate.Profiled.SMART_CARD;
import static cat.segell.certificate.Profiled.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole certificates of the Spanish issuers, row by row as their published profiles describe them (Consorci AOC, profiles 6.9;
 * "Perfiles de certificados electrónicos" 2.0; FNMT; DNIe), with invented holders.
 */
class ClassificationTest {

    private static final String OFFICE = "1.3.6.1.4.1.311.10.3.12";

    private static final String EMPLOYEE = "CN=Joan Prova Exemple - DNI 00000000T, SERIALNUMBER=IDCES-00000000T,"
            + " GIVENNAME=Joan, SURNAME=Prova Exemple - DNI 00000000T, 2.5.4.97=VATES-P0800000A,"
            + " O=Ajuntament de Prova, C=ES";
    private static final String NUMBERED =
            "CN=SEUDONIMO - AG-0042 - AJUNTAMENT DE PROVA (FIRMA), 2.5.4.65=AG-0042, O=Ajuntament de Prova, C=ES";
    private static final String SEALED =
            "CN=Registre electrònic, 2.5.4.97=VATES-P0800000A, O=Ajuntament de Prova, C=ES";
    private static final String CITIZENS =
            "CN=PROVA EXEMPLE JOAN - 00000000T, SERIALNUMBER=IDCES-00000000T, GIVENNAME=JOAN, SURNAME=PROVA EXEMPLE, C=ES";
    private static final String REPRESENTATIVES =
            "CN=00000000T Joan Prova (R: B00000000), SERIALNUMBER=IDCES-00000000T,"
                    + " GIVENNAME=Joan, SURNAME=Prova, O=Entitat SL, 2.5.4.97=VATES-B00000000, C=ES";

    /** What is expected of a row. */
    record Expected(
            CertificateKind kind,
            @Nullable AssuranceLevel level,
            CertificatePurpose purpose,
            boolean qualified,
            boolean device,
            String holder,
            String organisation,
            String nif) {}

    private static Expected employee(
            @Nullable AssuranceLevel level, CertificatePurpose purpose, boolean qualified, boolean device) {
        return new Expected(
                PUBLIC_EMPLOYEE,
                level,
                purpose,
                qualified,
                device,
                "Joan Prova Exemple",
                "Ajuntament de Prova",
                "00000000T");
    }

    private static Expected citizen(CertificatePurpose purpose, boolean qualified, boolean device) {
        return new Expected(CITIZEN, null, purpose, qualified, device, "JOAN PROVA EXEMPLE", "", "00000000T");
    }

    private static Expected numbered(
            @Nullable AssuranceLevel level, CertificatePurpose purpose, boolean qualified, boolean device) {
        return new Expected(PSEUDONYM, level, purpose, qualified, device, "AG-0042", "Ajuntament de Prova", "");
    }

    private static Expected sealed(@Nullable AssuranceLevel level, boolean qualified) {
        return new Expected(
                SEAL, level, BOTH, qualified, false, "Ajuntament de Prova", "Ajuntament de Prova", "P0800000A");
    }

    private static Expected representing(CertificatePurpose purpose) {
        return new Expected(REPRESENTATIVE, null, purpose, true, false, "Joan Prova", "Entitat SL", "00000000T");
    }

    private static TestCertificate made(String subject, int usage, String... policies) {
        return TestCertificate.of(subject).usage(usage).policies(policies);
    }

    static Stream<Arguments> aoc() {
        return Stream.of(
                arguments(
                        "T-CAT authentication",
                        made(EMPLOYEE, DS | KE, AOC + "7.1.2", STATE + "7.1", NCP_PLUS)
                                .extendedUsage(CLIENT_AUTH, SMART_CARD, ADOBE),
                        employee(HIGH, AUTHENTICATION, false, false)),
                arguments(
                        "T-CAT signature",
                        made(EMPLOYEE, CC, AOC + "7.1.1", STATE + "7.1", QCP_N_QSCD)
                                .extendedUsage(ADOBE)
                                .statements(Qc.compliance(), Qc.years(15), Qc.device(), Qc.type(1)),
                        employee(HIGH, SIGNATURE, true, true)),
                arguments(
                        "T-CATP",
                        made(EMPLOYEE, DS | CC | KE, AOC + "7.3.1", STATE + "7.2", QCP_N)
                                .extendedUsage(CLIENT_AUTH)
                                .statements(Qc.compliance(), Qc.type(1)),
                        employee(MEDIUM, BOTH, true, false)),
                arguments(
                        "person linked, medium",
                        made(EMPLOYEE, DS | CC | KE, AOC + "86.1", QCP_N).statements(Qc.compliance()),
                        new Expected(
                                OTHER,
                                MEDIUM,
                                BOTH,
                                true,
                                false,
                                "Joan Prova Exemple",
                                "Ajuntament de Prova",
                                "00000000T")),
                arguments(
                        "person linked, high",
                        made(EMPLOYEE, DS | CC | KE, AOC + "82.1", QCP_N_QSCD).statements(Qc.compliance(), Qc.device()),
                        new Expected(
                                OTHER,
                                HIGH,
                                BOTH,
                                true,
                                true,
                                "Joan Prova Exemple",
                                "Ajuntament de Prova",
                                "00000000T")),
                arguments(
                        "public worker, medium",
                        made(EMPLOYEE, DS | CC | KE, AOC + "86.3", QCP_N).statements(Qc.compliance()),
                        employee(MEDIUM, BOTH, true, false)),
                arguments(
                        "public worker, high",
                        made(EMPLOYEE, DS | CC | KE, AOC + "82.2", QCP_N_QSCD).statements(Qc.compliance(), Qc.device()),
                        employee(HIGH, BOTH, true, true)),
                arguments(
                        "representative",
                        made(REPRESENTATIVES, DS | CC | KE, AOC + "8.1.1", STATE + "8")
                                .statements(Qc.compliance()),
                        representing(BOTH)),
                arguments(
                        "pseudonym, authentication",
                        made(NUMBERED, DS | KE, AOC + "4.1.2", STATE + "4.1", NCP_PLUS)
                                .extendedUsage(CLIENT_AUTH),
                        numbered(HIGH, AUTHENTICATION, false, false)),
                arguments(
                        "pseudonym, signature",
                        made(NUMBERED, CC, AOC + "4.1.1", STATE + "4.1", QCP_N_QSCD)
                                .statements(Qc.compliance(), Qc.device(), Qc.type(1)),
                        numbered(HIGH, SIGNATURE, true, true)),
                arguments(
                        "pseudonym, software",
                        made(NUMBERED, DS | CC | KE, AOC + "4.2", STATE + "4.2", QCP_N)
                                .statements(Qc.compliance()),
                        numbered(MEDIUM, BOTH, true, false)),
                arguments(
                        "idCAT",
                        made(CITIZENS, DS | CC | KE, AOC + "86.2", QCP_N)
                                .extendedUsage(CLIENT_AUTH)
                                .statements(Qc.compliance()),
                        citizen(BOTH, true, false)),
                arguments(
                        "seal, medium",
                        made(SEALED, DS | CC | KE, AOC + "6.2", STATE + "6.2", QCP_L)
                                .statements(Qc.compliance(), Qc.type(2)),
                        sealed(MEDIUM, true)),
                arguments(
                        "application",
                        made(SEALED, DS | CC | KE, AOC + "91.1", QCP_L).statements(Qc.compliance()),
                        sealed(null, true)));
    }

    static Stream<Arguments> state() {
        return Stream.of(
                arguments("employee, high", made(EMPLOYEE, CC, STATE + "7.1"), employee(HIGH, SIGNATURE, false, false)),
                arguments(
                        "employee, medium",
                        made(EMPLOYEE, DS | CC, STATE + "7.2"),
                        employee(MEDIUM, BOTH, false, false)),
                arguments(
                        "employee, Ley 11/2007, high",
                        made(EMPLOYEE, CC, STATE + "3.1"),
                        employee(HIGH, SIGNATURE, false, false)),
                arguments(
                        "employee, Ley 11/2007, medium",
                        made(EMPLOYEE, CC, STATE + "3.2"),
                        employee(MEDIUM, SIGNATURE, false, false)),
                arguments(
                        "pseudonym, high", made(NUMBERED, CC, STATE + "4.1"), numbered(HIGH, SIGNATURE, false, false)),
                arguments(
                        "pseudonym, medium",
                        made(NUMBERED, CC, STATE + "4.2"),
                        numbered(MEDIUM, SIGNATURE, false, false)),
                arguments("seal, high", made(SEALED, DS | CC, STATE + "6.1"), sealed(HIGH, false)),
                arguments("seal, medium", made(SEALED, DS | CC, STATE + "6.2"), sealed(MEDIUM, false)),
                arguments(
                        "site, high",
                        made(SEALED, DS | CC, STATE + "5.1"),
                        new Expected(
                                OTHER, null, BOTH, false, false, "Registre electrònic", "Ajuntament de Prova", "")),
                arguments(
                        "representative",
                        made(REPRESENTATIVES, DS | CC, STATE + "8").statements(Qc.compliance()),
                        representing(BOTH)),
                arguments(
                        "representative of an entity without legal personality",
                        made(REPRESENTATIVES, CC, STATE + "9").statements(Qc.compliance()),
                        representing(SIGNATURE)));
    }

    static Stream<Arguments> otherIssuers() {
        return Stream.of(
                arguments(
                        "FNMT citizen, RSA",
                        made(CITIZENS, DS | CC | KE, "1.3.6.1.4.1.5734.3.10.1", QCP_N)
                                .extendedUsage(CLIENT_AUTH, OFFICE, ADOBE)
                                .statements(Qc.compliance(), Qc.type(1)),
                        citizen(BOTH, true, false)),
                arguments(
                        "FNMT citizen, G2",
                        made(CITIZENS, DS | CC, "1.3.6.1.4.1.5734.3.20.1.0", QCP_N)
                                .extendedUsage(CLIENT_AUTH)
                                .statements(Qc.compliance()),
                        citizen(BOTH, true, false)),
                arguments(
                        "FNMT representative",
                        made(REPRESENTATIVES, DS | CC | KE, "1.3.6.1.4.1.5734.3.11.1", QCP_N)
                                .statements(Qc.compliance()),
                        representing(BOTH)),
                arguments(
                        "FNMT employee",
                        made(EMPLOYEE, DS | CC | KE, STATE + "7.2", QCP_N).statements(Qc.compliance()),
                        employee(MEDIUM, BOTH, true, false)),
                arguments(
                        "FNMT employee, old",
                        made(EMPLOYEE, DS | CC | KE, "1.3.6.1.4.1.5734.3.3.4.4.1"),
                        employee(null, BOTH, false, false)),
                arguments(
                        "DNIe signature",
                        made(CITIZENS, CC, "2.16.724.1.2.2.2.3", QCP_N_QSCD).statements(Qc.compliance(), Qc.device()),
                        citizen(SIGNATURE, true, true)),
                arguments(
                        "DNIe authentication",
                        made(CITIZENS.replace("IDCES-", ""), DS, "2.16.724.1.2.2.2.4"),
                        citizen(AUTHENTICATION, false, false)),
                arguments("ACCV seal", made(SEALED, DS | CC, "1.3.6.1.4.1.8149.3.17"), sealed(null, false)),
                arguments(
                        "esFIRMA pseudonym",
                        made(NUMBERED, CC, "1.3.6.1.4.1.47281.1.3.1", STATE + "4.1", QCP_N_QSCD)
                                .statements(Qc.compliance(), Qc.device()),
                        numbered(HIGH, SIGNATURE, true, true)),
                arguments(
                        "CATCert's old arc",
                        made(EMPLOYEE, CC, "1.3.6.1.4.1.15096.1.3.1.81.1"),
                        employee(null, SIGNATURE, false, false)),
                arguments(
                        "a seal that only its QcType calls one",
                        made(SEALED, DS | CC, "1.2.3.4").statements(Qc.compliance(), Qc.type(2)),
                        sealed(null, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"aoc", "state", "otherIssuers"})
    void tellsEachProfile(String row, TestCertificate certificate, Expected expected) {
        CertificateFacts facts = certificate.facts();
        assertThat(new Expected(
                        facts.kind(),
                        facts.level().orElse(null),
                        facts.purpose(),
                        facts.claims().european(),
                        facts.claims().device(),
                        facts.holder(),
                        facts.organisation().orElse(""),
                        facts.nif().orElse("")))
                .as(row)
                .isEqualTo(expected);
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("none", TestCertificate.of("CN=a"), QualifiedClaims.NONE),
                arguments(
                        "a policy of qualified certificates alone",
                        TestCertificate.of("CN=a").policies(QCP_N_QSCD),
                        QualifiedClaims.NONE),
                arguments(
                        "device without compliance",
                        TestCertificate.of("CN=a").statements(Qc.device()),
                        new QualifiedClaims(false, true, Set.of(), List.of(), OptionalInt.empty(), Optional.empty())),
                arguments(
                        "all of them",
                        TestCertificate.of("CN=a")
                                .statements(
                                        Qc.compliance(), Qc.device(), Qc.years(15), Qc.type(2), Qc.limit("EUR", 5, 3)),
                        new QualifiedClaims(
                                true,
                                true,
                                Set.of(QcType.ESEAL),
                                List.of(),
                                OptionalInt.of(15),
                                Optional.of(new QualifiedClaims.ValueLimit("EUR", new BigDecimal("5E+3"))))),
                arguments(
                        "type by policy",
                        TestCertificate.of("CN=a").policies(QCP_L).statements(Qc.compliance()),
                        new QualifiedClaims(
                                true, false, Set.of(QcType.ESEAL), List.of(), OptionalInt.empty(), Optional.empty())),
                arguments(
                        "by the law of another country",
                        TestCertificate.of("CN=a").statements(Qc.compliance(), Qc.countries("CH")),
                        new QualifiedClaims(
                                true,
                                false,
                                Set.of(QcType.ESIGN),
                                List.of("CH"),
                                OptionalInt.empty(),
                                Optional.empty())),
                arguments(
                        "broken ones beside a good one",
                        TestCertificate.of("CN=a")
                                .statements(
                                        Qc.nonsense("0.4.0.1862.1.2"),
                                        Qc.nonsense("0.4.0.1862.1.3"),
                                        Qc.nonsense("0.4.0.1862.1.6"),
                                        Qc.nonsense("0.4.0.1862.1.7"),
                                        Qc.limit("EUR", 1, 1_000_000_000),
                                        Qc.compliance()),
                        new QualifiedClaims(
                                true, false, Set.of(QcType.ESIGN), List.of(), OptionalInt.empty(), Optional.empty())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void readsWhatTheCertificateClaims(String what, TestCertificate certificate, QualifiedClaims claims) {
        assertThat(certificate.facts().claims()).as(what).isEqualTo(claims);
    }

    @Test
    void qualifiedByForeignLawIsNoEuropeanClaim() {
        assertThat(TestCertificate.of("CN=a")
                        .statements(Qc.compliance(), Qc.countries("CH"))
                        .facts()
                        .claims()
                        .european())
                .isFalse();
    }
}
