// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The Ed25519 key of who publishes a catalogue (RFC 8032). */
public final class CatalogueKey {

    private static final int SIGNATURE_BYTES = 64;

    private final PublicKey key;

    private CatalogueKey(PublicKey key) {
        this.key = key;
    }

    /**
     * @param base64 of the SubjectPublicKeyInfo (RFC 8410): the one line between the two of the PEM file
     * @return nothing where that is no Ed25519 key
     */
    public static Optional<CatalogueKey> parse(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return Optional.of(new CatalogueKey(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (IllegalArgumentException | GeneralSecurityException notOne) {
            return Optional.empty();
        }
    }

    /** @param signature as {@code openssl pkeyutl -sign -rawin} writes it, or that in Base64 */
    boolean signed(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(raw(signature));
        } catch (SignatureException | IllegalArgumentException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every JDK has Ed25519", e);
        }
    }

    private static byte[] raw(byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                ? signature
                : Base64.getDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip());
    }
}
