// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers as people write them: dotted decimal. */
public final class Oid {

    /** In characters: nobody has a longer one. */
    private static final int LONGEST = 200;

    private Oid() {}

    /** Whether it is one that can be written in DER. */
    public static boolean is(String word) {
        return word.length() <= LONGEST && ASN1ObjectIdentifier.tryFromID(word) != null;
    }
}
