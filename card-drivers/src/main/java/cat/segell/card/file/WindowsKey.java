// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.KeyProblem.SystemStoreFailed;
import cat.segell.problem.ProblemException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;

/**
 * A key that stays in the store of Windows and signs there, by reference. The JDK's provider signs a digest that it did not
 * compute itself only with RSA and PKCS#1 padding: its {@code NONEwithRSA} takes the bare digest and tells the algorithm by its
 * length.
 *
 * @param store for messages
 */
record WindowsKey(Credential credential, PrivateKey key, Provider provider, String store) implements OpenCredential {

    @Override
    public byte[] sign(DigestToSign digest) throws ProblemException {
        return switch (digest.scheme()) {
            case RSA_PKCS1 -> pkcs1(digest.digest().value());
            case RSA_PSS, ECDSA ->
                throw new ProblemException(new KeyUnsupported(key.getAlgorithm() + " " + digest.scheme()));
        };
    }

    private byte[] pkcs1(byte[] digest) throws ProblemException {
        try {
            Signature signature = Signature.getInstance("NONEwithRSA", provider);
            signature.initSign(key);
            signature.update(digest);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ProblemException(new SystemStoreFailed(store), e);
        }
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "WindowsKey[" + credential.id().certificateSha256() + "]";
    }
}
