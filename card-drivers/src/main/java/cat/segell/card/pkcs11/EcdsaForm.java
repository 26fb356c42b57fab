// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/** PKCS#11 gives r and s side by side (§6.3.1 of v3.0), CMS wants a DER sequence (RFC 3279 §2.2.3). */
final class EcdsaForm {

    private EcdsaForm() {}

    /** What isn't two numbers of the curve's length is left as it is: it will be verified, and some modules answer in DER. */
    static byte[] der(byte[] value, X509Certificate certificate) {
        int length = certificate.getPublicKey() instanceof ECPublicKey key
                ? (key.getParams().getOrder().bitLength() + 7) / 8
                : 0;
        if (length == 0 || value.length != 2 * length) {
            return value;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(value, 0, length));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(value, length, 2 * length));
        try {
            return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new IllegalArgumentException("two numbers always have a DER form", e);
        }
    }
}
