// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cat.segell.problem.CertificateProblem.CertTwinPreferred;
import cat.segell.problem.CertificateProblem.CertUseUnstated;
import cat.segell.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
        assertThat(SigningRule.against(certificate.facts(), now, false)
                        .map(Problem::code)
                        .orElse(""))
                .isEqualTo(code);
    }

    @Test
    void expiredOnesSignWhereThatIsAskedFor() {
        CertificateFacts facts = usage(KeyUsage.nonRepudiation).facts();
        assertThat(SigningRule.against(facts, TestCertificate.TO.plusMillis(1), true))
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

    @Test
    void withoutATwinItIsUsedOnlyWhereItIsAskedFor() {
        var login = TestCertificate.of(DNIE).usage(KeyUsage.digitalSignature).make();
        var other = TestCertificate.of("CN=b, SERIALNUMBER=00000001R")
                .usage(KeyUsage.nonRepudiation)
                .make();
        assertThat(SigningRule.unasked(login, List.of(login, other)))
                .contains(new CertUseUnstated("PROVA EXEMPLE, JOAN"));
        assertThat(SigningRule.against(CertificateReader.read(login), WITHIN, false))
                .isEmpty();
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
