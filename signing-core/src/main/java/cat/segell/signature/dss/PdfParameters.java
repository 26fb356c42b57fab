// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Certification;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.timestamp.TimestampAuthority;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A profile in DSS's words. */
final class PdfParameters {

    /** The CMS without certificates, names, signature value and time-stamp: measured 500 to 700 bytes. */
    private static final int FRAME = 2048;

    private PdfParameters() {}

    static PAdESSignatureParameters of(Credential credential, SignatureProfile profile, SignatureAlgorithm algorithm)
            throws ProblemException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        List<X509Certificate> chain = CommonParameters.fill(parameters, credential, algorithm);
        parameters.setSignatureLevel(DssWords.level(SignatureFormat.PADES, Stamping.madeAt(profile.level())));
        parameters.setAppName("Segell");
        profile.claims().reason().ifPresent(parameters::setReason);
        profile.claims().location().ifPresent(parameters::setLocation);
        profile.claims().certification().map(PdfParameters::permission).ifPresent(parameters::setPermission);
        CommonParameters.claim(parameters.bLevel(), SignatureFormat.PADES, profile.claims());
        parameters.setContentSize(room(chain, profile));
        return parameters;
    }

    private static CertificationPermission permission(Certification certification) {
        return switch (certification) {
            case NOTHING -> CertificationPermission.NO_CHANGE_PERMITTED;
            case FORMS -> CertificationPermission.MINIMAL_CHANGES_PERMITTED;
            case NOTES -> CertificationPermission.CHANGES_PERMITTED;
        };
    }

    /** In bytes: the file keeps this room for the CMS before its content is known. */
    private static int room(List<X509Certificate> chain, SignatureProfile profile) throws ProblemException {
        X509Certificate signer = chain.getFirst();
        int room = FRAME
                // Named in the signer's identifier and in the signing-certificate attribute.
                + 2 * signer.getIssuerX500Principal().getEncoded().length
                // A key's encoding is longer than a signature by it.
                + signer.getPublicKey().getEncoded().length
                + (profile.level() == SignatureLevel.B ? 0 : TimestampAuthority.LARGEST_TOKEN)
                + claimed(profile.claims());
        for (X509Certificate certificate : chain) {
            room += length(certificate);
        }
        return room;
    }

    /** What is claimed within the CMS: each character may take four bytes, and a policy brings its address. */
    private static int claimed(SignerClaims claims) {
        return 4 * claims.role().map(String::length).orElse(0)
                + claims.policy()
                        .map(policy -> policy.address().toString().length())
                        .orElse(0);
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
