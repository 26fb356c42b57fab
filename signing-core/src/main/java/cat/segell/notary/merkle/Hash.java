// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.merkle;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: the only hash that the ledger knows. Ordered bytewise, unsigned. */
public record Hash(byte[] value) implements Comparable<Hash> {

    /** In bytes. */
    public static final int LENGTH = 32;

    public Hash {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 value has " + LENGTH + " bytes, not " + value.length);
        }
        value = value.clone();
    }

    /** The hash of these bytes, one part after another. */
    public static Hash of(byte[]... parts) {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newDigest();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return new Hash(sha256.digest());
    }

    /** @param digest made with SHA-256 */
    public static Hash of(Digest digest) {
        return switch (digest.algorithm()) {
            case SHA256 -> new Hash(digest.value());
            case SHA384, SHA512 -> throw new IllegalArgumentException("the ledger takes SHA-256 only");
        };
    }

    /** The next {@value #LENGTH} bytes. */
    public static Hash read(ByteBuffer from) {
        byte[] value = new byte[LENGTH];
        from.get(value);
        return new Hash(value);
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    public void write(ByteBuffer to) {
        to.put(value);
    }

    /** Lower case. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** RFC 4648 §4, with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash(byte[] theirs) && Arrays.equals(theirs, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
