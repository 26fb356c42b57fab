// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import cat.segell.notary.merkle.Hash;
import cat.segell.problem.LedgerProblem.LogKeyInvalid;
import cat.segell.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public key of a log, as its owner hands it out: {@code name+hash+key} (C2SP signed-note, Ed25519).
 *
 * @param name the log's name, which is also the origin line of its checkpoints
 * @param publicKey 32 bytes, RFC 8032
 */
public record LogVerifierKey(String name, byte[] publicKey) {

    private static final byte ED25519 = 1;
    private static final int LENGTH = 32;

    /** Header of an Ed25519 SubjectPublicKeyInfo, RFC 8410 §4. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int MAX_NAME = 255;
    private static final Pattern NO_NAME = Pattern.compile("[+\\p{Z}\\p{C}]");
    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    public LogVerifierKey {
        if (!isName(name) || publicKey.length != LENGTH) {
            throw new IllegalArgumentException("no verifier key: " + name);
        }
        publicKey = publicKey.clone();
    }

    /** @throws ProblemException {@code LOG-KEY-INVALID} */
    public static LogVerifierKey parse(String vkey) throws ProblemException {
        return read(vkey).orElseThrow(() -> new ProblemException(new LogKeyInvalid(vkey)));
    }

    private static Optional<LogVerifierKey> read(String vkey) {
        var parts = VKEY.matcher(vkey);
        if (!parts.matches() || !isName(parts.group(1))) {
            return Optional.empty();
        }
        return Base64Text.decode(parts.group(3))
                .filter(key -> key.length == 1 + LENGTH && key[0] == ED25519)
                .map(key -> new LogVerifierKey(parts.group(1), Arrays.copyOfRange(key, 1, key.length)))
                .filter(key -> HexFormat.of().toHexDigits(key.id()).equals(parts.group(2)));
    }

    /** Not empty, no spaces, no plus sign (C2SP signed-note); no control characters either, and not endless. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && !NO_NAME.matcher(name).find();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Which key a signature line means, together with the name. */
    public int id() {
        byte[] hash = Hash.of(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', ED25519}, publicKey)
                .value();
        return ByteBuffer.wrap(hash).getInt();
    }

    /** {@code name+hash+key}: what {@link #parse} reads. */
    public String vkey() {
        byte[] key = ByteBuffer.allocate(1 + LENGTH).put(ED25519).put(publicKey).array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64Text.encode(key);
    }

    /** False also for bytes that are no signature, and for a key that is no point on the curve. */
    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(jdkKey());
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey jdkKey() throws GeneralSecurityException {
        byte[] encoded = ByteBuffer.allocate(SPKI.length + LENGTH)
                .put(SPKI)
                .put(publicKey)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogVerifierKey(String n, byte[] k) && n.equals(name) && Arrays.equals(k, publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(publicKey));
    }

    @Override
    public String toString() {
        return vkey();
    }
}
