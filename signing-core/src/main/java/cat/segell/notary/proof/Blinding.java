// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.merkle.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The nonces of one batch: HMAC-SHA-256 of a fresh secret over the entry's place. A nonce that is disclosed with its
 * receipt tells nothing of its neighbours; the secret is kept nowhere.
 */
public final class Blinding implements AutoCloseable {

    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;

    private Blinding(byte[] secret) {
        this.secret = secret;
    }

    public static Blinding fresh() {
        byte[] secret = new byte[Hash.LENGTH];
        new SecureRandom().nextBytes(secret);
        return new Blinding(secret);
    }

    static Blinding of(byte[] secret) {
        return new Blinding(secret.clone());
    }

    /** @param place of the entry in its batch, from 0; eight bytes big-endian under the HMAC */
    public Hash nonce(long place) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return new Hash(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(place).array()));
        } catch (GeneralSecurityException e) {
            throw new LinkageError("every JDK has " + HMAC, e);
        }
    }

    /** Wipes the secret. */
    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
