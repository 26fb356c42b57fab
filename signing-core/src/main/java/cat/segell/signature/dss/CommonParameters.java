// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.certificate.CertificateChain;
import cat.segell.credential.Credential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.SigningPolicy;
import eu.europa.esig.dss.enumerations.ObjectIdentifierQualifier;
import eu.europa.esig.dss.model.BLevelParameters;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignerLocation;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import java.security.cert.X509Certificate;
import java.util.List;

/** What all formats are told in the same way: who signs, by which algorithm, and what is claimed. */
final class CommonParameters {

    private CommonParameters() {}

    /**
     * The claimed signing time is now, see {@link BLevelParameters}.
     *
     * @return the signer's chain, as far as it is known
     */
    static List<X509Certificate> fill(
            AbstractSignatureParameters<? extends TimestampParameters> parameters,
            Credential credential,
            SignatureAlgorithm algorithm) {
        List<X509Certificate> chain = CertificateChain.of(credential.certificate(), credential.issuers());
        parameters.setSigningCertificate(new CertificateToken(credential.certificate()));
        parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(DssWords.digest(algorithm.digest()));
        parameters.setEncryptionAlgorithm(DssWords.encryption(algorithm.scheme()));
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DssWords.digest(DigestAlgorithm.SHA256));
        return chain;
    }

    /**
     * All but the reason and, in a PDF, the place.
     *
     * @param inside what signs, within a container too
     */
    static void claim(BLevelParameters parameters, SignatureFormat inside, SignerClaims claims) {
        claims.role().ifPresent(role -> parameters.setClaimedSignerRoles(List.of(role)));
        claims.commitment()
                .ifPresent(commitment ->
                        parameters.setCommitmentTypeIndications(List.of(DssWords.commitment(commitment))));
        claims.policy().ifPresent(policy -> parameters.setSignaturePolicy(policy(policy, inside)));
    }

    static void locate(BLevelParameters parameters, SignerClaims claims) {
        claims.location().ifPresent(place -> {
            SignerLocation location = new SignerLocation();
            location.setLocality(place);
            parameters.setSignerLocation(location);
        });
    }

    /** In CMS an OID is one (EN 319 122-1 §5.2.9); where an address stands for it, it is one as a URN (RFC 3061). */
    private static Policy policy(SigningPolicy named, SignatureFormat inside) {
        Policy policy = new Policy();
        if (inside == SignatureFormat.CADES || inside == SignatureFormat.PADES) {
            policy.setId(named.oid());
        } else {
            policy.setId("urn:oid:" + named.oid());
            policy.setQualifier(ObjectIdentifierQualifier.OID_AS_URN);
        }
        policy.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.forJavaName(
                named.hash().algorithm()));
        policy.setDigestValue(named.hash().bytes());
        policy.setSpuri(named.address().toString());
        return policy;
    }
}
