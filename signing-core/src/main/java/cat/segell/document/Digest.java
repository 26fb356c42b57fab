// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.util.Arrays;
import java.util.HexFormat;

/** A hash value and how it was made. */
public record Digest(DigestAlgorithm algorithm, byte[] value) {

    public Digest {
        if (value.length != algorithm.length()) {
            throw new IllegalArgumentException(
                    algorithm + " has " + algorithm.length() + " bytes, not " + value.length);
        }
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    /** Lower case. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest(DigestAlgorithm a, byte[] v) && a == algorithm && Arrays.equals(v, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex();
    }
}
