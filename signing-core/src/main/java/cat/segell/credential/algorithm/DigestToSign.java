// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.algorithm;

import cat.segell.document.Digest;
import java.util.HexFormat;

/** All that ever reaches a key. */
public record DigestToSign(SignatureScheme scheme, Digest digest) {

    /** DER of the DigestInfo that RSASSA-PKCS1-v1_5 pads (RFC 8017 §9.2, note 1). */
    public byte[] digestInfo() {
        String prefix = switch (digest.algorithm()) {
            case SHA256 -> "3031300d060960864801650304020105000420";
            case SHA384 -> "3041300d060960864801650304020205000430";
            case SHA512 -> "3051300d060960864801650304020305000440";
        };
        return HexFormat.of().parseHex(prefix + digest.hex());
    }
}
