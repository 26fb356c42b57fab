// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/** QcStatements as EN 319 412-5 writes them, and as it doesn't. */
final class Qc {

    private static final String ARC = "0.4.0.1862.1.";

    private Qc() {}

    static QCStatement compliance() {
        return statement(1);
    }

    static QCStatement device() {
        return statement(4);
    }

    static QCStatement years(int years) {
        return statement(3, new ASN1Integer(years));
    }

    /** @param type 1 esign, 2 eseal, 3 web */
    static QCStatement type(int type) {
        return statement(6, new DERSequence(new ASN1ObjectIdentifier(ARC + "6." + type)));
    }

    static QCStatement countries(String country) {
        return statement(7, new DERSequence(new DERPrintableString(country)));
    }

    static QCStatement limit(String currency, long amount, long exponent) {
        return statement(2, new DERSequence(new ASN1Encodable[] {
            new DERPrintableString(currency),
            new ASN1Integer(BigInteger.valueOf(amount)),
            new ASN1Integer(BigInteger.valueOf(exponent))
        }));
    }

    static QCStatement nonsense(String oid) {
        return new QCStatement(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    }

    private static QCStatement statement(int number) {
        return new QCStatement(new ASN1ObjectIdentifier(ARC + number));
    }

    private static QCStatement statement(int number, ASN1Encodable info) {
        return new QCStatement(new ASN1ObjectIdentifier(ARC + number), info);
    }
}
