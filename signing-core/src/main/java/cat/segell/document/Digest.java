// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A hash value and how it was made. */
public record Digest(DigestAlgorithm algorithm, byte[] value) {

    public Digest {
        if (value.length != algorithm.length()) {
            throw new IllegalArgumentException(
                    algorithm + " has " + algorithm.length() + " bytes, not " + value.length);
        }
        value = value.clone();
    }

    /** @param word {@code SHA256:HEX}, {@code SHA384:HEX} or {@code SHA512:HEX}, in any case */
    public static Optional<Digest> of(String word) {
        return Arrays.stream(DigestAlgorithm.values())
                .filter(algorithm -> word.toUpperCase(Locale.ROOT).startsWith(algorithm + ":"))
                .flatMap(algorithm -> of(algorithm, word.substring(word.indexOf(':') + 1)).stream())
                .findFirst();
    }

    private static Optional<Digest> of(DigestAlgorithm algorithm, String hex) {
        return hex.length() == 2 * algorithm.length() && hex.chars().allMatch(HexFormat::isHexDigit)
                ? Optional.of(new Digest(algorithm, HexFormat.of().parseHex(hex)))
                : Optional.empty();
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
