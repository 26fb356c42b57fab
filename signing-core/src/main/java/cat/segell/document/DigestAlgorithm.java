// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-2 as ETSI TS 119 312 recommends it. */
public enum DigestAlgorithm {
    SHA256("SHA-256", 32),
    SHA384("SHA-384", 48),
    SHA512("SHA-512", 64);

    private final String jcaName;
    private final int length;

    DigestAlgorithm(String jcaName, int length) {
        this.jcaName = jcaName;
        this.length = length;
    }

    public String jcaName() {
        return jcaName;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    public MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has " + jcaName, e);
        }
    }

    /** @param content read to its end; the caller closes it */
    public Digest of(InputStream content) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return new Digest(this, digest.digest());
    }

    public Digest of(byte[] content) {
        return new Digest(this, newDigest().digest(content));
    }
}
