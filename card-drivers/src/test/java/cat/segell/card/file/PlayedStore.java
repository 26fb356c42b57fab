// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Stands in for the stores of Windows and macOS where there is neither. */
final class PlayedStore {

    private static final char[] PASSWORD = {'-'};

    private PlayedStore() {}

    /** As the store of macOS: the JDK's own keys. */
    static KeyStore of(List<IssuedKey> keys, X509Certificate... lonely) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            fill(store, keys, lonely);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new LinkageError("a key store in memory", e);
        }
    }

    private static void fill(KeyStore store, List<IssuedKey> keys, X509Certificate... lonely)
            throws GeneralSecurityException, IOException {
        store.load(null, null);
        int number = 0;
        for (IssuedKey each : keys) {
            Certificate[] chain = {each.certificate(), each.issuers().getFirst()};
            store.setKeyEntry("Maria (" + number++ + ")", each.key(), PASSWORD, chain);
        }
        for (X509Certificate each : lonely) {
            store.setCertificateEntry("lonely " + number++, each);
        }
    }

    /** The provider's one signature, as SunMSCAPI documents it: the digest comes ready, its length names the algorithm. */
    static final class Windows extends Provider {

        private static final long serialVersionUID = 1;

        Windows() {
            super("PlayedMSCAPI", "1", "takes bare digests, as the JDK's provider on Windows does");
        }

        @Override
        public synchronized @Nullable Service getService(String type, String algorithm) {
            return type.equals("Signature") && algorithm.equalsIgnoreCase("NONEwithRSA")
                    ? new Service(this, type, algorithm, BareDigest.class.getName(), null, null) {
                        @Override
                        public Object newInstance(Object parameter) {
                            return new BareDigest();
                        }
                    }
                    : null;
        }
    }

    /** A key that nobody can read, only use. */
    record Reference(PrivateKey inside) implements PrivateKey {

        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return inside.getAlgorithm();
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    private static final class BareDigest extends SignatureSpi {

        private final ByteArrayOutputStream digest = new ByteArrayOutputStream();
        private @Nullable PrivateKey key;

        @Override
        protected void engineInitSign(PrivateKey given) throws InvalidKeyException {
            if (!(given instanceof Reference reference)) {
                throw new InvalidKeyException("not a key of this store");
            }
            key = reference.inside();
        }

        @Override
        protected void engineUpdate(byte b) {
            digest.write(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            digest.write(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            byte[] value = digest.toByteArray();
            DigestAlgorithm algorithm = Arrays.stream(DigestAlgorithm.values())
                    .filter(each -> each.length() == value.length)
                    .findFirst()
                    .orElseThrow(() -> new SignatureException("no digest is as long as " + value.length));
            try {
                Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                cipher.init(Cipher.ENCRYPT_MODE, key);
                return cipher.doFinal(
                        new DigestToSign(SignatureScheme.RSA_PKCS1, new Digest(algorithm, value)).digestInfo());
            } catch (GeneralSecurityException e) {
                throw new SignatureException(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey ignored) {
            throw new UnsupportedOperationException("signs only");
        }

        @Override
        protected boolean engineVerify(byte[] ignored) {
            throw new UnsupportedOperationException("signs only");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name.toLowerCase(Locale.ROOT));
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name.toLowerCase(Locale.ROOT));
        }
    }
}
