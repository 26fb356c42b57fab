// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.certificate.CertificateChain;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The certificate of a certificate's issuer. */
final class IssuerSearch {

    /** In bytes; also for a bundle of a whole chain. */
    static final int LARGEST = 64 * 1024;

    private static final int CERTIFICATE_SIGN = 5;

    private final X509Certificate certificate;

    IssuerSearch(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Among those that lie beside it or are trusted here: by name, and because its key verifies the certificate. */
    Optional<X509Certificate> among(List<X509Certificate> others) {
        return CertificateChain.of(certificate, others).stream().skip(1).findFirst();
    }

    /**
     * In what somebody on the network gave. That its key verifies the certificate isn't enough there: to a signature another
     * key can be made that verifies it too. The certificate itself says which key it is, by its hash (RFC 5280 §4.2.1.2 (1)).
     *
     * @param key identifier of the issuer's key in hex, as the certificate says
     */
    Optional<X509Certificate> in(byte[] encoded, String key) {
        try {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(encoded));
            List<X509Certificate> named = all.stream()
                    .map(X509Certificate.class::cast)
                    .filter(each -> issues(each) && key.equals(identifier(each)))
                    .toList();
            return among(named);
        } catch (CertificateException | RuntimeException none) {
            // Whatever a reader of certificates makes of bytes that anybody may have sent.
            return Optional.empty();
        }
    }

    private static boolean issues(X509Certificate candidate) {
        boolean[] usage = candidate.getKeyUsage();
        return candidate.getBasicConstraints() >= 0 && (usage == null || usage[CERTIFICATE_SIGN]);
    }

    private static String identifier(X509Certificate candidate) {
        try {
            byte[] key = SubjectPublicKeyInfo.getInstance(
                            candidate.getPublicKey().getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(key));
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("every Java has it", impossible);
        }
    }
}
