// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.ProblemException;
import cat.segell.signature.CertificateChain;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampAuthority;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A profile in DSS's words. */
final class PdfParameters {

    /** The CMS without certificates, names, signature value and time-stamp: measured 500 to 700 bytes. */
    private static final int FRAME = 2048;

    private PdfParameters() {}

    /** The claimed signing time is now. */
    static PAdESSignatureParameters of(Credential credential, SignatureProfile profile, SignatureAlgorithm algorithm)
            throws ProblemException {
        List<X509Certificate> chain = CertificateChain.of(credential.certificate(), credential.issuers());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level(profile.level()));
        parameters.setSigningCertificate(new CertificateToken(credential.certificate()));
        parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(digest(algorithm.digest()));
        parameters.setEncryptionAlgorithm(encryption(algorithm.scheme()));
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(digest(DigestAlgorithm.SHA256));
        parameters.setAppName("Segell");
        profile.reason().ifPresent(parameters::setReason);
        profile.location().ifPresent(parameters::setLocation);
        parameters.setContentSize(room(chain, profile.level()));
        return parameters;
    }

    static eu.europa.esig.dss.enumerations.SignatureLevel level(SignatureLevel level) {
        return switch (level) {
            case B -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B;
            case T -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_T;
            case LT -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT;
            case LTA -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LTA;
        };
    }

    private static eu.europa.esig.dss.enumerations.DigestAlgorithm digest(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256;
            case SHA384 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA384;
            case SHA512 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA512;
        };
    }

    private static EncryptionAlgorithm encryption(SignatureScheme scheme) {
        return switch (scheme) {
            case RSA_PKCS1 -> EncryptionAlgorithm.RSA;
            case RSA_PSS -> EncryptionAlgorithm.RSASSA_PSS;
            case ECDSA -> EncryptionAlgorithm.ECDSA;
        };
    }

    /** In bytes: the file keeps this room for the CMS before its content is known. */
    private static int room(List<X509Certificate> chain, SignatureLevel level) throws ProblemException {
        X509Certificate signer = chain.getFirst();
        int room = FRAME
                // Named in the signer's identifier and in the signing-certificate attribute.
                + 2 * signer.getIssuerX500Principal().getEncoded().length
                // A key's encoding is longer than a signature by it.
                + signer.getPublicKey().getEncoded().length
                + (level == SignatureLevel.B ? 0 : TimestampAuthority.LARGEST_TOKEN);
        for (X509Certificate certificate : chain) {
            room += length(certificate);
        }
        return room;
    }

    private static int length(X509Certificate certificate) throws ProblemException {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            throw new ProblemException(
                    new CertBroken(certificate.getSubjectX500Principal().getName()), e);
        }
    }
}
