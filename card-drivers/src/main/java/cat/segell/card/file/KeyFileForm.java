// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;

/** Whether bytes can be a PKCS#12 file at all: nobody is asked the password of a picture. */
final class KeyFileForm {

    /** X.690 §8.1.3.6. */
    private static final byte INDEFINITE = (byte) 0x80;

    private KeyFileForm() {}

    /**
     * RFC 7292 §4: {@code PFX ::= SEQUENCE { version INTEGER …}}, and no longer than what is there. No deeper: the rest is read
     * by those who open it.
     */
    static boolean isBegun(byte[] content) {
        try {
            return new ASN1StreamParser(content).readObject() instanceof ASN1SequenceParser pfx
                    && pfx.readObject() instanceof ASN1Integer
                    && isWhole(content);
        } catch (IOException | IllegalArgumentException | IllegalStateException notEvenThat) {
            return false;
        }
    }

    /** Where the length is told; with {@code true} the parser leaves what is inside alone. */
    private static boolean isWhole(byte[] content) throws IOException {
        if (content[1] == INDEFINITE) {
            return true;
        }
        try (ASN1InputStream in = new ASN1InputStream(content, true)) {
            return in.readObject() != null;
        }
    }
}
