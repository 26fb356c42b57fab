// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import cat.segell.credential.Pin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A user's name and password, which a service asks for (RFC 7617): they hide nothing, so they go only where nobody reads along. */
public final class BasicAccess implements AutoCloseable {

    private final String user;
    private final Pin password;

    /**
     * @param user without a colon
     * @param password copied; the caller closes its own
     */
    public BasicAccess(String user, Pin password) {
        this.user = user;
        this.password = password.copy();
    }

    /** As HTTP sends it. The JDK's client takes strings alone: this one lives as long as the question. */
    String header() {
        byte[] name = (user + ":").getBytes(StandardCharsets.UTF_8);
        byte[] secret = password.utf8();
        byte[] both = ByteBuffer.allocate(name.length + secret.length)
                .put(name)
                .put(secret)
                .array();
        try {
            return "Basic " + Base64.getEncoder().encodeToString(both);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /** Wipes the password. */
    @Override
    public void close() {
        password.close();
    }

    /** Without what nobody may see. */
    @Override
    public String toString() {
        return "BasicAccess";
    }
}
