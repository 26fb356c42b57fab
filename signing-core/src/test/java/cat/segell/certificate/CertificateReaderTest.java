// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static cat.segell.certificate.CertificateKind.CITIZEN;
import static cat.segell.certificate.CertificateKind.OTHER;
import static cat.segell.certificate.CertificateKind.PSEUDONYM;
import static cat.segell.certificate.CertificateKind.PUBLIC_EMPLOYEE;
import static cat.segell.certificate.CertificateKind.REPRESENTATIVE;
import static cat.segell.certificate.CertificateKind.SEAL;
import static cat.segell.certificate.CertificatePurpose.AUTHENTICATION;
import static cat.segell.certificate.CertificatePurpose.BOTH;
import static cat.segell.certificate.CertificatePurpose.ENCRYPTION;
import static cat.segell.certificate.CertificatePurpose.ISSUING;
import static cat.segell.certificate.CertificatePurpose.NEITHER;
import static cat.segell.certificate.CertificatePurpose.SERVICE;
import static cat.segell.certificate.CertificatePurpose.SIGNATURE;
import static cat.segell.certificate.CertificatePurpose.UNSTATED;
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

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReaderTest {

    private static final String TCAT = "CN=Joan Prova Exemple - DNI 00000000T (SIG), SERIALNUMBER=IDCES-00000000T,"
            + " 2.5.4.97=VATES-P0800000A, GIVENNAME=Joan, SURNAME=Prova Exemple - DNI 00000000T,"
            + " O=Ajuntament de Prova, C=ES";

    @Test
    void readsTcatSignatureAsInItsProfile() {
        CertificateFacts facts = tcat().facts();
        assertThat(facts.kind()).isEqualTo(PUBLIC_EMPLOYEE);
        assertThat(facts.purpose()).isEqualTo(SIGNATURE);
        assertThat(facts.holder()).isEqualTo("JOAN PROVA EXEMPLE");
        assertThat(facts.organisation()).contains("Ajuntament de Prova");
        assertThat(facts.position()).contains("Secretari");
        assertThat(facts.who().unit()).contains("Secretaria");
        assertThat(facts.who().organisationNumber()).contains("P0800000A");
        assertThat(facts.nif()).contains("00000000T");
        assertThat(facts.issuer()).isEqualTo("EC-SectorPublic");
        assertThat(facts.notBefore()).isEqualTo(TestCertificate.FROM);
        assertThat(facts.notAfter()).isEqualTo(TestCertificate.TO);
        assertThat(facts.sha256()).matches("[0-9a-f]{64}");
    }

    private static TestCertificate tcat() {
        return TestCertificate.of(TCAT)
                .policies(AOC + "7.1.1", STATE + "7.1", QCP_N_QSCD)
                .usage(CC)
                .extendedUsage(ADOBE)
                .attribute(STATE + "7.1.1", "CERTIFICADO ELECTRONICO DE EMPLEADO PUBLICO")
                .attribute(STATE + "7.1.2", "Ajuntament de Prova")
                .attribute(STATE + "7.1.4", "00000000T")
                .attribute(STATE + "7.1.6", "JOAN")
                .attribute(STATE + "7.1.7", "PROVA")
                .attribute(STATE + "7.1.8", "EXEMPLE")
                .attribute(STATE + "7.1.10", "Secretaria")
                .attribute(STATE + "7.1.11", "Secretari");
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(PUBLIC_EMPLOYEE, new String[] {STATE + "7.1"}),
                arguments(PUBLIC_EMPLOYEE, new String[] {STATE + "7.2"}),
                arguments(PUBLIC_EMPLOYEE, new String[] {STATE + "3.1"}),
                arguments(PUBLIC_EMPLOYEE, new String[] {STATE + "3.2"}),
                arguments(PSEUDONYM, new String[] {STATE + "4.1"}),
                arguments(PSEUDONYM, new String[] {STATE + "4.2"}),
                arguments(SEAL, new String[] {STATE + "6.1"}),
                arguments(SEAL, new String[] {STATE + "6.2"}),
                arguments(OTHER, new String[] {STATE + "5.1"}),
                arguments(REPRESENTATIVE, new String[] {STATE + "8"}),
                arguments(REPRESENTATIVE, new String[] {STATE + "9"}),
                arguments(PUBLIC_EMPLOYEE, new String[] {AOC + "7.1.2", STATE + "7.1", NCP_PLUS}),
                arguments(PUBLIC_EMPLOYEE, new String[] {AOC + "7.1.1"}),
                arguments(PUBLIC_EMPLOYEE, new String[] {AOC + "7.3.1", STATE + "7.2", QCP_N}),
                arguments(OTHER, new String[] {AOC + "86.1", QCP_N}),
                arguments(OTHER, new String[] {AOC + "82.1", QCP_N_QSCD}),
                arguments(PUBLIC_EMPLOYEE, new String[] {AOC + "86.3", QCP_N}),
                arguments(PUBLIC_EMPLOYEE, new String[] {AOC + "82.2", QCP_N_QSCD}),
                arguments(REPRESENTATIVE, new String[] {AOC + "8.1.1", STATE + "8"}),
                arguments(PSEUDONYM, new String[] {AOC + "4.1.2", STATE + "4.1", NCP_PLUS}),
                arguments(PSEUDONYM, new String[] {AOC + "4.1.1"}),
                arguments(PSEUDONYM, new String[] {AOC + "4.2", STATE + "4.2"}),
                arguments(CITIZEN, new String[] {AOC + "86.2", QCP_N}),
                arguments(SEAL, new String[] {AOC + "6.2", STATE + "6.2", QCP_L}),
                arguments(SEAL, new String[] {AOC + "91.1", QCP_L}),
                arguments(CITIZEN, new String[] {"1.3.6.1.4.1.5734.3.10.1", QCP_N}),
                arguments(CITIZEN, new String[] {"1.3.6.1.4.1.5734.3.20.1.0", QCP_N}),
                arguments(REPRESENTATIVE, new String[] {"1.3.6.1.4.1.5734.3.11.1", QCP_N}),
                arguments(PUBLIC_EMPLOYEE, new String[] {"1.3.6.1.4.1.5734.3.3.4.4.2"}),
                arguments(CITIZEN, new String[] {"2.16.724.1.2.2.2.3"}),
                arguments(CITIZEN, new String[] {"2.16.724.1.2.2.2.4"}),
                arguments(SEAL, new String[] {"1.3.6.1.4.1.8149.3.17"}),
                arguments(PSEUDONYM, new String[] {"1.3.6.1.4.1.47281.1.3.1"}),
                arguments(SEAL, new String[] {QCP_L}),
                arguments(OTHER, new String[] {QCP_N_QSCD}),
                // Neither a longer number nor an arc above is the same OID.
                arguments(OTHER, new String[] {STATE + "71.1"}),
                arguments(OTHER, new String[] {"2.16.724.1.3"}),
                arguments(OTHER, new String[] {PracticeMark.POLICY}));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void tellsKindByPolicy(CertificateKind kind, String[] policies) {
        CertificateFacts facts =
                TestCertificate.of("CN=Prova, O=Entitat").policies(policies).facts();
        assertThat(facts.kind()).isEqualTo(kind);
    }

    @Test
    void tellsKindByAttributesWhereNoPolicyIsKnown() {
        CertificateFacts facts = TestCertificate.of("CN=Prova, O=Entitat")
                .policies("1.2.3.4")
                .attribute(STATE + "7.2.4", "00000000T")
                .facts();
        assertThat(facts.kind()).isEqualTo(PUBLIC_EMPLOYEE);
        assertThat(facts.level()).contains(AssuranceLevel.MEDIUM);
    }

    /** Ley 11/2007: the attributes have the same numbers below another arc. */
    @Test
    void readsAttributesOfTheOldArc() {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "3.2")
                .attribute(STATE + "3.2.2", "Ajuntament de Prova")
                .attribute(STATE + "3.2.4", "00000000T")
                .attribute(STATE + "3.2.10", "Secretaria")
                .attribute(STATE + "3.2.11", "Secretari")
                .facts();
        assertThat(facts.who())
                .isEqualTo(new CertificateHolder(
                        "Prova",
                        Optional.of("Ajuntament de Prova"),
                        Optional.empty(),
                        Optional.of("Secretaria"),
                        Optional.of("Secretari"),
                        Optional.of("00000000T")));
    }

    @Test
    void readsSeveralDirectoryNames() {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "7.1")
                .attribute(STATE + "7.1.2", "Ajuntament de Prova")
                .anotherName()
                .attribute(STATE + "7.1.4", "00000000T")
                .facts();
        assertThat(facts.organisation()).contains("Ajuntament de Prova");
        assertThat(facts.nif()).contains("00000000T");
    }

    /** A certificate with the attributes of two profiles is read by the profile that it is of. */
    @Test
    void attributesOfTheOwnProfileComeFirst() {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "6.2")
                .attribute(STATE + "7.2.2", "Departament")
                .anotherName()
                .attribute(STATE + "6.2.2", "Ajuntament de Prova")
                .facts();
        assertThat(facts.holder()).isEqualTo("Ajuntament de Prova");
    }

    @Test
    void ofTwoLevelsTheLowerCounts() {
        assertThat(TestCertificate.of("CN=Prova")
                        .policies(STATE + "7.1", STATE + "7.2")
                        .facts()
                        .level())
                .contains(AssuranceLevel.MEDIUM);
    }

    @Test
    void representativeNamesTheEntityOfItsCommonNameWhereNothingElseDoes() {
        CertificateFacts facts = TestCertificate.of("CN=00000000T Joan Prova (R: B00000000), O=Entitat SL")
                .policies("1.3.6.1.4.1.5734.3.11.1")
                .facts();
        assertThat(facts.who().organisationNumber()).contains("B00000000");
        assertThat(TestCertificate.of("CN=00000000T Joan Prova (R: B00000000), O=Entitat SL")
                        .facts()
                        .who()
                        .organisationNumber())
                .as("the common name alone decides nothing")
                .isEmpty();
    }

    @Test
    void neverTellsKindByCommonName() {
        CertificateFacts facts = TestCertificate.of("CN=Empleat públic Joan Prova (SIG), O=Ajuntament de Prova")
                .facts();
        assertThat(facts.kind()).isEqualTo(OTHER);
    }

    @Test
    void callsQualifiedPersonWithoutOrganisationCitizen() {
        assertThat(TestCertificate.of("CN=Maria Prova").policies(QCP_N).facts().kind())
                .isEqualTo(CITIZEN);
    }

    @Test
    void pseudonymShowsNoNameAndNoNifWhateverElseIsThere() {
        CertificateFacts facts = TestCertificate.of(TCAT + ", 2.5.4.65=AG-0042")
                .policies(AOC + "4.1.1", STATE + "4.1", STATE + "7.1")
                .attribute(STATE + "4.1.2", "Mossos de Prova")
                .attribute(STATE + "4.1.12", "AG-0042")
                .attribute(STATE + "4.1.4", "00000000T")
                .facts();
        assertThat(facts.kind()).isEqualTo(PSEUDONYM);
        assertThat(facts.holder()).isEqualTo("AG-0042");
        assertThat(facts.organisation()).contains("Mossos de Prova");
        assertThat(facts.nif()).isEmpty();
        assertThat(facts.toString()).doesNotContain("Joan").doesNotContain("00000000T");
    }

    @Test
    void pseudonymThatIsNotStatedIsNotGuessed() {
        CertificateFacts facts = TestCertificate.of("CN=SEUDONIMO - 0042 - MOSSOS DE PROVA (FIRMA)")
                .policies(STATE + "4.1")
                .facts();
        assertThat(facts.holder()).isEqualTo("?");
    }

    @Test
    void sealIsItsEntityAndNotItsCustodian() {
        CertificateFacts facts = TestCertificate.of(
                        "CN=Registre electrònic, SERIALNUMBER=P0800000A, O=Ajuntament de Prova")
                .policies(AOC + "6.2", STATE + "6.2", QCP_L)
                .usage(DS | CC | KE)
                .attribute(STATE + "6.2.2", "Ajuntament de Prova")
                .attribute(STATE + "6.2.3", "P0800000A")
                .attribute(STATE + "6.2.4", "00000000T")
                .attribute(STATE + "6.2.6", "JOAN")
                .attribute(STATE + "6.2.7", "PROVA")
                .facts();
        assertThat(facts.holder()).isEqualTo("Ajuntament de Prova");
        assertThat(facts.organisation()).contains("Ajuntament de Prova");
        assertThat(facts.nif()).contains("P0800000A");
        assertThat(facts.position()).isEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("CN=Joan Prova Exemple - DNI 00000000T (SIG)", "Joan Prova Exemple"),
                arguments("CN=Joan Prova Exemple - DNI 00000000T (AUT)", "Joan Prova Exemple"),
                arguments("CN=Joan Prova Exemple (TCAT)", "Joan Prova Exemple"),
                arguments("CN=PROVA EXEMPLE JOAN - 00000000T", "PROVA EXEMPLE JOAN"),
                arguments("CN=PROVA EXEMPLE\\, JOAN (FIRMA)", "PROVA EXEMPLE, JOAN"),
                arguments("CN=PROVA EXEMPLE\\, JOAN (AUTENTICACIÓN)", "PROVA EXEMPLE, JOAN"),
                arguments("CN=00000000T Joan Prova Exemple (R: B00000000)", "Joan Prova Exemple"),
                arguments("GIVENNAME=Joan, SURNAME=Prova - NIF 00000000T, CN=x", "Joan Prova"),
                arguments("CN=Àngels Muñoz-Garcia i Prat", "Àngels Muñoz-Garcia i Prat"),
                arguments("2.5.4.65=Pseudo, CN=x", "Pseudo"),
                arguments("O=Entitat", "Entitat"),
                arguments("C=ES", "?"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void showsNameWithoutSuffixesAndNumbers(String subject, String holder) {
        assertThat(TestCertificate.of(subject).facts().holder()).isEqualTo(holder);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("SERIALNUMBER=IDCES-00000000T", "00000000T"),
                arguments("SERIALNUMBER=PNOEE-38001085718", "38001085718"),
                arguments("SERIALNUMBER=PASFR-12AB34567", "12AB34567"),
                arguments("SERIALNUMBER=00000000T", "00000000T"),
                arguments("SERIALNUMBER=X0000000T", "X0000000T"),
                arguments("SERIALNUMBER=IDCES-00000000t", "00000000T"),
                arguments("SERIALNUMBER=idces-00000000T", "00000000T"),
                arguments("SERIALNUMBER=IDCES-X0000000T", "X0000000T"),
                arguments("SERIALNUMBER=4711", ""),
                arguments("CN=00000000T", ""));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void readsNumberWithoutPrefixAndNeverFromAName(String subject, String number) {
        assertThat(TestCertificate.of(subject).facts().nif().orElse("")).isEqualTo(number);
    }

    @Test
    void readsFnmtNumberFromItsOwnAttribute() {
        CertificateFacts facts = TestCertificate.of("CN=PROVA EXEMPLE JOAN - 00000000T")
                .policies("1.3.6.1.4.1.5734.3.10.1", QCP_N)
                .attribute("1.3.6.1.4.1.5734.1.4", "00000000T")
                .facts();
        assertThat(facts.nif()).contains("00000000T");
        assertThat(facts.organisation()).isEmpty();
    }

    static Stream<ASN1Encodable> strings() {
        return Stream.of(
                new DERUTF8String("Secretari"),
                new DERPrintableString("Secretari"),
                new DERIA5String("Secretari"),
                new DERT61String("Secretari"),
                new DERUniversalString("Secretari".getBytes(Charset.forName("UTF-32BE"))),
                new DERBMPString("Secretari"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void readsAttributesOfAnyStringType(ASN1Encodable value) {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "7.1")
                .attribute(STATE + "7.1.11", value)
                .facts();
        assertThat(facts.position()).contains("Secretari");
    }

    @Test
    void nameCannotForgeLinesOrTurnTheWriting() {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "7.1")
                .attribute(STATE + "7.1.7", "Prova\r\nValid signature\u202Egnp.exe\u0007")
                .facts();
        assertThat(facts.holder()).isEqualTo("Prova Valid signature gnp.exe");
    }

    @Test
    void neitherEndlessNamesNorRowsOfBlanksFillTheScreen() {
        CertificateFacts facts = TestCertificate.of("CN=" + "x".repeat(10_000) + ", O=A" + "\u00a0".repeat(5_000) + "B")
                .policies(STATE + "7.1")
                .attribute(STATE + "7.1.10", "😀".repeat(10_000))
                .attribute(STATE + "7.1.11", " ".repeat(10_000))
                .attribute(STATE + "7.1.4", "9".repeat(10_000))
                .facts();
        assertThat(facts.holder()).isEqualTo("x".repeat(199) + "…");
        assertThat(facts.organisation()).contains("A B");
        assertThat(facts.who().unit()).contains("😀".repeat(199) + "…");
        assertThat(facts.position()).isEmpty();
        assertThat(facts.nif().orElseThrow()).hasSize(200);
    }

    @Test
    void textsThatAreNoneAreLeftOut() {
        CertificateFacts facts = TestCertificate.of("CN=Prova, O=Entitat")
                .policies(STATE + "7.1")
                .attribute(STATE + "7.1.10", new DERSequence())
                .attribute(STATE + "7.1.11", new DERTaggedObject(12, new DEROctetString(new byte[] {(byte) 0xff})))
                .facts();
        assertThat(facts.who().unit()).isEmpty();
        assertThat(facts.position()).isEmpty();
        assertThat(facts.organisation()).contains("Entitat");
    }

    static Stream<Arguments> usages() {
        return Stream.of(
                arguments("T-CAT signature", CC, new String[] {ADOBE}, SIGNATURE),
                arguments(
                        "T-CAT authentication", DS | KE, new String[] {CLIENT_AUTH, SMART_CARD, ADOBE}, AUTHENTICATION),
                arguments("T-CATP", DS | CC | KE, new String[] {CLIENT_AUTH}, BOTH),
                arguments("idCAT", DS | CC | KE, new String[] {CLIENT_AUTH}, BOTH),
                arguments("FNMT", DS | CC | KE, new String[] {CLIENT_AUTH, ADOBE, "1.3.6.1.4.1.311.10.3.12"}, BOTH),
                arguments("DNIe signature", CC, new String[] {}, SIGNATURE),
                arguments("digital signatures and no word more", DS, new String[] {}, UNSTATED),
                arguments("digital signatures for anything", DS, new String[] {"2.5.29.37.0"}, UNSTATED),
                arguments("document signing only", DS, new String[] {"1.3.6.1.5.5.7.3.36"}, SIGNATURE),
                arguments("encryption", KE, new String[] {}, ENCRYPTION),
                arguments("key agreement", KeyUsage.keyAgreement, new String[] {CLIENT_AUTH}, ENCRYPTION),
                arguments("revocation lists", KeyUsage.cRLSign, new String[] {}, NEITHER),
                arguments("encrypted files", DS, new String[] {"1.3.6.1.4.1.311.10.3.4"}, NEITHER),
                arguments("time-stamping", DS | CC, new String[] {"1.3.6.1.5.5.7.3.8"}, SERVICE),
                arguments("OCSP responder", DS, new String[] {"1.3.6.1.5.5.7.3.9"}, SERVICE),
                arguments("TLS server", DS | KE, new String[] {"1.3.6.1.5.5.7.3.1"}, SERVICE),
                arguments("CA", KeyUsage.keyCertSign | KeyUsage.cRLSign | DS, new String[] {}, ISSUING),
                arguments("any", DS | CC, new String[] {"2.5.29.37.0"}, BOTH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usages")
    void tellsPurposeByUsage(String certificate, int usage, String[] extended, CertificatePurpose purpose) {
        TestCertificate made = TestCertificate.of("CN=" + certificate).usage(usage);
        if (extended.length > 0) {
            made.extendedUsage(extended);
        }
        assertThat(made.facts().purpose()).isEqualTo(purpose);
    }

    @Test
    void certificateThatMayIssueNeitherSignsNorLogsIn() {
        CertificateFacts facts = TestCertificate.of("CN=CA")
                .extension(Extension.basicConstraints, new BasicConstraints(true))
                .facts();
        assertThat(facts.purpose()).isEqualTo(ISSUING);
    }

    @Test
    void withoutUsageEverythingIsAllowedThatTheExtendedOneAllows() {
        assertThat(TestCertificate.of("CN=Prova").facts().purpose()).isEqualTo(BOTH);
        assertThat(TestCertificate.of("CN=Prova")
                        .extendedUsage(CLIENT_AUTH)
                        .facts()
                        .purpose())
                .isEqualTo(AUTHENTICATION);
        assertThat(TestCertificate.of("CN=Prova").extendedUsage(ADOBE).facts().purpose())
                .isEqualTo(SIGNATURE);
    }

    static Stream<Arguments> policiesOfUse() {
        return Stream.of(
                arguments("2.16.724.1.2.2.2.4", AUTHENTICATION),
                arguments("2.16.724.1.2.2.2.3", SIGNATURE),
                arguments(AOC + "7.1.2", AUTHENTICATION),
                arguments(AOC + "4.1.1", SIGNATURE),
                arguments(STATE + "7.1", BOTH));
    }

    /** The DNIe's authentication certificate has no extended usage: only its policy tells. */
    @ParameterizedTest
    @MethodSource("policiesOfUse")
    void policyTellsWhatUsageLeavesOpen(String policy, CertificatePurpose purpose) {
        assertThat(TestCertificate.of("CN=Prova").policies(policy).facts().purpose())
                .isEqualTo(purpose);
        assertThat(TestCertificate.of("CN=Prova")
                        .policies("2.16.724.1.2.2.2.4")
                        .usage(CC)
                        .facts()
                        .purpose())
                .as("what the key usage says stands")
                .isEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "30", "3003", "3080", "30030201ff", "0c0141", "3005300306012a05", "a003020101"})
    void brokenExtensionsFallBack(String hex) {
        byte[] broken = HexFormat.of().parseHex(hex);
        CertificateFacts facts = TestCertificate.of("CN=Joan Prova, O=Entitat")
                .raw(Extension.certificatePolicies, broken)
                .raw(Extension.subjectAlternativeName, broken)
                .raw(Extension.extendedKeyUsage, broken)
                .raw(Extension.qCStatements, broken)
                .raw(Extension.basicConstraints, broken)
                .facts();
        assertThat(facts.kind()).isEqualTo(OTHER);
        assertThat(facts.level()).isEmpty();
        assertThat(facts.holder()).isEqualTo("Joan Prova");
        assertThat(facts.claims()).isEqualTo(QualifiedClaims.NONE);
    }

    /** A usage that can't be read isn't leave to do everything. */
    @ParameterizedTest
    @ValueSource(strings = {"", "00", "30", "0c0141", "0303"})
    void brokenKeyUsageAllowsNothing(String hex) {
        CertificateFacts facts = TestCertificate.of("CN=Joan Prova")
                .raw(Extension.keyUsage, HexFormat.of().parseHex(hex))
                .facts();
        assertThat(facts.purpose()).isEqualTo(NEITHER);
    }

    @Test
    void namesOfBytesThatAreNoTextAreLeftOut() {
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .policies(STATE + "7.1")
                .raw(Extension.subjectAlternativeName, named(STATE + "7.1.11", "0c02fffe"))
                .facts();
        assertThat(facts.kind()).isEqualTo(PUBLIC_EMPLOYEE);
        assertThat(facts.holder()).isEqualTo("Prova");
    }

    /** GeneralNames with one directoryName of one attribute, whose value is these bytes. */
    private static byte[] named(String oid, String hex) {
        try {
            byte[] type = new ASN1ObjectIdentifier(oid).getEncoded();
            byte[] attribute = tlv(0x30, concat(type, HexFormat.of().parseHex(hex)));
            return tlv(0x30, tlv(0xa4, tlv(0x30, tlv(0x31, attribute))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] tlv(int tag, byte[] content) {
        return concat(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** 20,000 sequences one in the other. */
    @Test
    void endlessNestingIsNoText() {
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 20_000; depth++) {
            nested = org.bouncycastle.util.Arrays.concatenate(header(nested.length), nested);
        }
        CertificateFacts facts = TestCertificate.of("CN=Prova")
                .raw(Extension.subjectAlternativeName, nested)
                .raw(Extension.certificatePolicies, nested)
                .raw(Extension.qCStatements, nested)
                .facts();
        assertThat(facts.kind()).isEqualTo(OTHER);
        byte[] indefinite = new byte[40_000];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        assertThat(TestCertificate.of("CN=Prova")
                        .raw(Extension.certificatePolicies, indefinite)
                        .facts()
                        .kind())
                .isEqualTo(OTHER);
    }

    private static byte[] header(int length) {
        return length < 128
                ? new byte[] {0x30, (byte) length}
                : new byte[] {0x30, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    @Test
    void practiceIsKnownByPolicyByOwnNameAndByIssuer() {
        String organisation = "O=" + PracticeMark.ORGANISATION;
        assertThat(PracticeMark.isOn(
                        TestCertificate.of("CN=a").policies(PracticeMark.POLICY).make()))
                .isTrue();
        assertThat(PracticeMark.isOn(TestCertificate.of("CN=a, " + organisation).make()))
                .isTrue();
        assertThat(PracticeMark.isOn(TestCertificate.of("CN=a").make("CN=CA, " + organisation)))
                .isTrue();
        assertThat(PracticeMark.isOn(tcat().make())).isFalse();
        assertThat(new ASN1ObjectIdentifier(PracticeMark.POLICY).getId()).startsWith("2.25.");
    }
}
