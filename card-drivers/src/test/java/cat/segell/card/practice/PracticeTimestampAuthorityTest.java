// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Shell;
import cat.segell.certificate.PracticeMark;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PracticeTimestampAuthorityTest {

    private static final byte[] DATA = "Resolució".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void stampsWhatItWasGiven(DigestAlgorithm algorithm) throws Exception {
        Digest imprint = algorithm.of(DATA);
        TimeStampToken token = new TimeStampToken(new CMSSignedData(authority().token(imprint)));
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer(token)));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(imprint.value());
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo(PracticeMark.POLICY);
        Assertions.assertThat(token.getTimeStampInfo().getGenTime().toInstant())
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    @Tag("system")
    void opensslAcceptsItsTokens() throws Exception {
        PracticeAuthority authority = new PracticeAuthority(home.resolve("practice"));
        X509Certificate anchor = authority.caCertificate();
        IssuedKey.writePem(home.resolve("ca.pem"), anchor);
        Files.write(home.resolve("data"), DATA);
        byte[] token = new PracticeTimestampAuthority(authority).token(DigestAlgorithm.SHA256.of(DATA));
        Files.write(home.resolve("token"), token);
        String said = Shell.run(
                home, "openssl", "ts", "-verify", "-token_in", "-in", "token", "-data", "data", "-CAfile", "ca.pem");
        assertThat(said).contains("Verification: OK");
    }

    private PracticeTimestampAuthority authority() {
        return new PracticeTimestampAuthority(new PracticeAuthority(home.resolve("practice")));
    }

    private static X509Certificate signer(TimeStampToken token) throws Exception {
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(holder)) {
                return new JcaX509CertificateConverter().getCertificate(holder);
            }
        }
        throw new AssertionError("the token doesn't hold its signer's certificate");
    }
}
