// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The key with which a log signs its checkpoints. Its name says nothing of a person, an office or a computer. */
public final class LogKey {

    private static final String NAME_START = "segell.local/";
    private static final int NAME_BYTES = 8;

    private final PrivateKey privateKey;
    private final LogVerifierKey verifier;

    private LogKey(PrivateKey privateKey, LogVerifierKey verifier) {
        this.privateKey = privateKey;
        this.verifier = verifier;
    }

    /** A new key with a new random name. */
    public static LogKey generate() {
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        return generate(NAME_START + HexFormat.of().formatHex(random));
    }

    static LogKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new LogKey(pair.getPrivate(), new LogVerifierKey(name, point));
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every JDK has Ed25519", e);
        }
    }

    /**
     * @param pkcs8 as {@link #pkcs8()} gave it
     * @return nothing where this is no Ed25519 key, or not the one of this verifier key
     */
    public static Optional<LogKey> of(byte[] pkcs8, LogVerifierKey verifier) {
        try {
            LogKey key = new LogKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), verifier);
            SignedNote probe = key.sign("probe\n");
            return probe.check(verifier) == KeyVerdict.SIGNED ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    /** The secret itself: for the owner's key file and nothing else. */
    public byte[] pkcs8() {
        return privateKey.getEncoded();
    }

    public LogVerifierKey verifier() {
        return verifier;
    }

    /** @param text ends with a line end */
    public SignedNote sign(String text) {
        SignedNote unsigned = new SignedNote(text, List.of());
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(unsigned.signedBytes());
            NoteSignature signature = new NoteSignature(verifier.name(), verifier.id(), ed25519.sign());
            return new SignedNote(text, List.of(signature));
        } catch (InvalidKeyException | SignatureException e) {
            throw new IllegalStateException("an Ed25519 key that can't sign", e);
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every JDK has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "LogKey of " + verifier.name();
    }
}
