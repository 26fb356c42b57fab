// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.certificate.Oid;
import cat.segell.document.DigestAlgorithm;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules under which a signature is made, as it names them.
 *
 * @param oid dotted decimal
 * @param hash of the rules' document
 * @param address where that can be read
 */
public record SigningPolicy(String oid, Hash hash, URI address) {

    public SigningPolicy {
        if (!Oid.is(oid)) {
            throw new IllegalArgumentException("not an OID: " + oid);
        }
    }

    /**
     * A hash as it was published.
     *
     * @param algorithm as the JDK calls it; SHA-1 too, which some policies were published with: it names a document, and
     *     protects nothing
     */
    public record Hash(String algorithm, String base64) {

        /** @param word {@code SHA256:HEX} */
        public static Optional<Hash> of(String word) {
            return Arrays.stream(DigestAlgorithm.values())
                    .filter(algorithm -> word.toUpperCase(Locale.ROOT).startsWith(algorithm + ":"))
                    .flatMap(algorithm -> of(algorithm, word.substring(word.indexOf(':') + 1)).stream())
                    .findFirst();
        }

        private static Optional<Hash> of(DigestAlgorithm algorithm, String hex) {
            if (hex.length() != 2 * algorithm.length() || !hex.chars().allMatch(HexFormat::isHexDigit)) {
                return Optional.empty();
            }
            byte[] value = HexFormat.of().parseHex(hex);
            return Optional.of(new Hash(algorithm.jcaName(), Base64.getEncoder().encodeToString(value)));
        }

        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }
}
