// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cat.segell.problem.CertificateProblem.CertTwinPreferred;
import cat.segell.problem.CertificateProblem.CertUseUnstated;
import cat.segell.problem.KeyProblem.KeyTooWeak;
import cat.segell.problem.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SigningRuleTest {

    private static final Instant WITHIN = TestCertificate.FROM.plus(Duration.ofDays(1));
    private static final String DNIE = "CN=PROVA EXEMPLE\\, JOAN, SERIALNUMBER=00000000T";

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("", usage(KeyUsage.nonRepudiation), WITHIN),
                arguments("", usage(KeyUsage.digitalSignature), WITHIN),
                arguments(
                        "CERT-NOT-FOR-SIGNING",
                        usage(KeyUsage.digitalSignature).extendedUsage("1.3.6.1.5.5.7.3.2"),
                        WITHIN),
                arguments("CERT-FOR-ENCRYPTION", usage(KeyUsage.keyEncipherment), WITHIN),
                arguments("CERT-ISSUES-OTHERS", usage(KeyUsage.keyCertSign), WITHIN),
                arguments(
                        "CERT-FOR-SERVICES",
                        usage(KeyUsage.digitalSignature).extendedUsage("1.3.6.1.5.5.7.3.8"),
                        WITHIN),
                arguments(
                        "CERT-USAGE-UNKNOWN", TestCertificate.of("CN=a").raw(Extension.keyUsage, new byte[1]), WITHIN),
                arguments("CERT-EXPIRED", usage(KeyUsage.nonRepudiation), TestCertificate.TO.plusMillis(1)),
                arguments("", usage(KeyUsage.nonRepudiation), TestCertificate.TO),
                arguments("CERT-NOT-YET-VALID", usage(KeyUsage.nonRepudiation), TestCertificate.FROM.minusMillis(1)),
                arguments("CERT-FOR-ENCRYPTION", usage(KeyUsage.keyEncipherment), TestCertificate.TO.plusMillis(1)));
    }

    private static TestCertificate usage(int bits) {
        return TestCertificate.of("CN=a").usage(bits);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("rules")
    void saysWhichRuleIsAgainstIt(String code, TestCertificate certificate, Instant now) {
        assertThat(SigningRule.against(certificate.make(), now, false)
                        .map(Problem::code)
                        .orElse(""))
                .isEqualTo(code);
    }

    @Test
    void expiredOnesSignWhereThatIsAskedFor() {
        X509Certificate certificate = usage(KeyUsage.nonRepudiation).make();
        assertThat(SigningRule.against(certificate, TestCertificate.TO.plusMillis(1), true))
                .isEmpty();
    }

    @Test
    void besideItsSignatureTwinAnUnstatedOneIsNotOffered() {
        var login = TestCertificate.of(DNIE).usage(KeyUsage.digitalSignature).make();
        var signature = TestCertificate.of(DNIE).usage(KeyUsage.nonRepudiation).make();
        assertThat(SigningRule.unasked(login, List.of(login, signature)))
                .contains(new CertTwinPreferred(
                        "PROVA EXEMPLE, JOAN",
                        CertificateReader.sha256(signature).substring(0, 16)));
        assertThat(SigningRule.unasked(signature, List.of(login, signature))).isEmpty();
    }

    /** Whoever preferred it would only meet the next refusal. */
    @Test
    void aTwinWhoseKeyCannotSignIsNotPreferred() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var login = TestCertificate.of(DNIE).usage(KeyUsage.digitalSignature).make();
        var weak = TestCertificate.of(DNIE)
                .usage(KeyUsage.nonRepudiation)
                .under(generator.generateKeyPair().getPublic())
                .make();
        assertThat(SigningRule.unasked(login, List.of(login, weak)))
                .contains(new CertUseUnstated("PROVA EXEMPLE, JOAN"));
    }

    @Test
    void withoutATwinItIsUsedOnlyWhereItIsAskedFor() {
        var login = TestCertificate.of(DNIE).usage(KeyUsage.digitalSignature).make();
        var other = TestCertificate.of("CN=b, SERIALNUMBER=00000001R")
                .usage(KeyUsage.nonRepudiation)
                .make();
        assertThat(SigningRule.unasked(login, List.of(login, other)))
                .contains(new CertUseUnstated("PROVA EXEMPLE, JOAN"));
        assertThat(SigningRule.against(login, WITHIN, false)).isEmpty();
    }

    /** What its key can't do no other use of it mends. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RSA, 1024, KEY-TOO-WEAK",
        "RSA, 2048, CERT-ISSUES-OTHERS",
        "RSASSA-PSS, 1024, KEY-TOO-WEAK",
        "RSASSA-PSS, 2048, CERT-ISSUES-OTHERS",
        "EC, 256, CERT-ISSUES-OTHERS",
        "Ed25519, 255, KEY-UNSUPPORTED"
    })
    void aKeyThatCannotSignIsNamedFirst(String algorithm, int bits, String code) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        X509Certificate certificate = usage(KeyUsage.keyCertSign)
                .under(generator.generateKeyPair().getPublic())
                .make();
        assertThat(SigningRule.against(certificate, WITHIN, false).map(Problem::code))
                .contains(code);
    }

    /** Whoever named it as the remedy of CERT-USE-UNSTATED says would only meet the next refusal. */
    @Test
    void nobodyIsToldToNameACertificateWhoseKeyCannotSign() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        X509Certificate weak = usage(KeyUsage.digitalSignature)
                .under(generator.generateKeyPair().getPublic())
                .make();
        assertThat(SigningRule.unasked(weak, List.of(weak))).contains(new KeyTooWeak("RSA 1024"));
    }

    /** Without a number nobody knows whether two are of one holder. */
    @Test
    void oneWithoutNumberHasNoTwin() {
        var nameless =
                TestCertificate.of("CN=a").usage(KeyUsage.digitalSignature).make();
        var stranger = TestCertificate.of("CN=a").usage(KeyUsage.nonRepudiation).make();
        assertThat(SigningRule.unasked(nameless, List.of(nameless, stranger))).contains(new CertUseUnstated("a"));
    }
}
