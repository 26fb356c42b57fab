// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.algorithm;

import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.ProblemException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Scheme and hash: what a key is asked for, and what its answer is checked with. */
public record SignatureAlgorithm(SignatureScheme scheme, DigestAlgorithm digest) {

    /** @param pss for RSA keys only; others have one scheme */
    public static SignatureAlgorithm of(PublicKey key, DigestAlgorithm digest, boolean pss) throws ProblemException {
        return switch (key) {
            case RSAPublicKey _ ->
                new SignatureAlgorithm(pss ? SignatureScheme.RSA_PSS : SignatureScheme.RSA_PKCS1, digest);
            case ECPublicKey _ -> new SignatureAlgorithm(SignatureScheme.ECDSA, digest);
            default -> throw new ProblemException(new KeyUnsupported(key.getAlgorithm()));
        };
    }

    /** Whether {@code signature} over {@code data} was made with the private half of {@code key}; broken ones are not. */
    public boolean verifies(PublicKey key, byte[] data, byte[] signature) {
        try {
            Signature verifier = newSignature();
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    /** The JDK's object for this algorithm, its parameters set. */
    public Signature newSignature() throws GeneralSecurityException {
        String hash = digest.jcaName().replace("-", "");
        return switch (scheme) {
            case RSA_PKCS1 -> Signature.getInstance(hash + "withRSA");
            case ECDSA -> Signature.getInstance(hash + "withECDSA");
            case RSA_PSS -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec(
                        digest.jcaName(), "MGF1", new MGF1ParameterSpec(digest.jcaName()), digest.length(), 1));
                yield pss;
            }
        };
    }
}
