// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.ProblemException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A private key in this process's memory, opened for signing. */
public record SoftwareKey(Credential credential, PrivateKey key) implements OpenCredential {

    /** Never registered: the rest of the application keeps the JDK's providers in the JDK's order. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    @Override
    public byte[] sign(DigestToSign digest) throws ProblemException {
        try {
            return switch (digest.scheme()) {
                case RSA_PKCS1 -> pkcs1(digest.digestInfo());
                case RSA_PSS -> pss(digest);
                case ECDSA -> raw(Signature.getInstance("NONEwithECDSA"), digest);
            };
        } catch (GeneralSecurityException e) {
            throw new ProblemException(new KeyUnsupported(key.getAlgorithm() + " " + digest.scheme()), e);
        }
    }

    private byte[] pkcs1(byte[] digestInfo) throws GeneralSecurityException {
        // With a private key the JDK pads for a signature (block type 1).
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(digestInfo);
    }

    private byte[] pss(DigestToSign digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("NONEwithRSASSA-PSS", BOUNCY_CASTLE);
        String hash = digest.digest().algorithm().jcaName();
        int salt = digest.digest().algorithm().length();
        signature.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
        return raw(signature, digest);
    }

    private byte[] raw(Signature signature, DigestToSign digest) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(digest.digest().value());
        return signature.sign();
    }

    /** The key's memory is the JVM's to clear: keys of software can't be wiped from Java. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "SoftwareKey[" + credential.id().certificateSha256() + "]";
    }
}
