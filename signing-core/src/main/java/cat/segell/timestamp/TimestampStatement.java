// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * What a token says. Who believes it is another matter.
 *
 * @param authority its certificate, where the token brings it
 */
public record TimestampStatement(Instant time, Optional<CertificateFacts> authority) {

    /** @param token as {@link TimestampAuthority#token} gives it */
    public static TimestampStatement of(byte[] token) {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            return new TimestampStatement(
                    read.getTimeStampInfo().getGenTime().toInstant(),
                    read.getCertificates().getMatches(null).stream()
                            .filter(read.getSID()::match)
                            .findFirst()
                            .flatMap(TimestampStatement::facts));
        } catch (CMSException | TSPException | IOException e) {
            throw new IllegalArgumentException("no token", e);
        }
    }

    private static Optional<CertificateFacts> facts(X509CertificateHolder certificate) {
        try {
            return Optional.of(CertificateReader.read(new JcaX509CertificateConverter().getCertificate(certificate)));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
