// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** What tells a key pair apart, and is shown by tokens and certificates alike: the modulus, or the point of the curve. */
public final class PublicPart {

    private static final int OCTET_STRING = 4;

    private PublicPart() {}

    /** @return nothing for other kinds of key */
    public static byte[] of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> unsigned(rsa.getModulus());
            case ECPublicKey curve -> uncompressed(curve);
            default -> new byte[0];
        };
    }

    public static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static byte[] uncompressed(ECPublicKey key) {
        int length = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        byte[] point = new byte[1 + 2 * length];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1 + length);
        put(key.getW().getAffineY(), point, 1 + 2 * length);
        return point;
    }

    private static void put(BigInteger number, byte[] point, int end) {
        byte[] bytes = unsigned(number);
        System.arraycopy(bytes, 0, point, end - bytes.length, bytes.length);
    }

    /** PKCS#11 wants CKA_EC_POINT as a DER OCTET STRING; not all modules do it. */
    public static byte[] withoutOctetString(byte[] point) {
        if (point.length > 2 && point[0] == OCTET_STRING) {
            int header = (point[1] & 0x80) == 0 ? 2 : 2 + (point[1] & 0x7f);
            int length = header == 2 ? point[1] : header == 3 ? point[2] & 0xff : -1;
            if (point.length == header + length) {
                return Arrays.copyOfRange(point, header, point.length);
            }
        }
        return point;
    }
}
