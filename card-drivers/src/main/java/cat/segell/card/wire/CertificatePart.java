// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Certificates as tokens hold them: any bytes. */
public final class CertificatePart {

    private CertificatePart() {}

    public static Optional<X509Certificate> parse(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException broken) {
            return Optional.empty();
        }
    }

    /** The {@link PublicPart} of a certificate's key, empty where there is none that can be read. */
    public static byte[] of(byte[] der) {
        return parse(der).map(X509Certificate::getPublicKey).map(PublicPart::of).orElse(new byte[0]);
    }
}
