// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;

/** Who may answer for an issuer: the issuer itself, or whom it has certified for just that (RFC 6960 §4.2.2.2). */
final class OcspResponder {

    private OcspResponder() {}

    /** @throws IOException where nobody who may has signed the response */
    static void verify(BasicOCSPResp response, X509CertificateHolder issuer, Instant now)
            throws IOException, CertException, CertificateException, OperatorCreationException {
        if (!AuthoritySignature.isStrong(response.getSignatureAlgorithmID())) {
            throw new IOException("a signature that others could have made");
        }
        if (signed(response, issuer)) {
            return;
        }
        for (X509CertificateHolder delegate : response.getCerts()) {
            if (isDelegate(delegate, issuer, now) && signed(response, delegate)) {
                return;
            }
        }
        throw new IOException("signed by nobody who may answer");
    }

    private static boolean signed(BasicOCSPResp response, X509CertificateHolder by)
            throws CertificateException, OperatorCreationException {
        try {
            return response.isSignatureValid(AuthoritySignature.by(by));
        } catch (OCSPException keyOfAnotherKind) {
            return false;
        }
    }

    private static boolean isDelegate(X509CertificateHolder delegate, X509CertificateHolder issuer, Instant now)
            throws CertException, CertificateException, OperatorCreationException {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(delegate.getExtensions());
        return usage != null
                && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                && delegate.isValidOn(Date.from(now))
                && delegate.getIssuer().equals(issuer.getSubject())
                && AuthoritySignature.isStrong(delegate.getSignatureAlgorithm())
                && delegate.isSignatureValid(AuthoritySignature.by(issuer));
    }
}
