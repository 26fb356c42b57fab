// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.certificate.Oid;
import cat.segell.document.Digest;
import java.net.URI;
import java.util.Base64;
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
            return Digest.of(word)
                    .map(digest -> new Hash(
                            digest.algorithm().jcaName(), Base64.getEncoder().encodeToString(digest.value())));
        }

        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }
}
