// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import java.security.cert.CertificateException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Signatures of those who tell of revocation. */
final class AuthoritySignature {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** With digests that nobody can forge today: not SHA-1, for which two contents with one digest can be made. */
    private static final Set<ASN1ObjectIdentifier> STRONG = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519,
            EdECObjectIdentifiers.id_Ed448);

    private static final Set<ASN1ObjectIdentifier> STRONG_DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private AuthoritySignature() {}

    static boolean isStrong(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                ? STRONG_DIGESTS.contains(RSASSAPSSparams.getInstance(algorithm.getParameters())
                        .getHashAlgorithm()
                        .getAlgorithm())
                : STRONG.contains(algorithm.getAlgorithm());
    }

    static ContentVerifierProvider by(X509CertificateHolder signer)
            throws OperatorCreationException, CertificateException {
        return new JcaContentVerifierProviderBuilder()
                .setProvider(BOUNCY_CASTLE)
                .build(signer);
    }
}
