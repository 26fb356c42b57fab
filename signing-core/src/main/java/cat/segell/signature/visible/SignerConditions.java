// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.certificate.CertificateChain;
import cat.segell.credential.Credential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.signature.FieldAdmission;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Which certificates the author of a signature field admits: the certificate seed value (ISO 32000-1 table 235). */
final class SignerConditions {

    private static final int SUBJECT = 1;
    private static final int ISSUER = 1 << 1;

    private SignerConditions() {}

    /** The names of the demands that this certificate doesn't meet, or of which Segell can't tell. */
    static List<String> unmet(COSDictionary admitted, Credential signer) {
        int demanded = admitted.getInt(COSName.FF, 0);
        List<String> unmet = new ArrayList<>();
        if ((demanded & SUBJECT) != 0 && !isSubject(admitted, signer)) {
            unmet.add("Cert Subject");
        }
        if ((demanded & ISSUER) != 0 && !isIssued(admitted, signer)) {
            unmet.add("Cert Issuer");
        }
        if ((demanded & ~(SUBJECT | ISSUER)) != 0) {
            unmet.add("Cert");
        }
        return unmet;
    }

    static FieldAdmission admission(COSDictionary admitted) {
        int demanded = admitted.getInt(COSName.FF, 0);
        return new FieldAdmission(
                (demanded & SUBJECT) == 0 ? Optional.empty() : Optional.of(digests(admitted, "Subject")),
                (demanded & ISSUER) == 0 ? Optional.empty() : Optional.of(digests(admitted, "Issuer")),
                (demanded & ~(SUBJECT | ISSUER)) != 0);
    }

    private static Set<Digest> digests(COSDictionary admitted, String key) {
        return encoded(admitted, key).map(DigestAlgorithm.SHA256::of).collect(Collectors.toSet());
    }

    private static boolean isSubject(COSDictionary admitted, Credential signer) {
        return contains(admitted, "Subject", signer.certificate());
    }

    private static boolean isIssued(COSDictionary admitted, Credential signer) {
        return issuers(signer).anyMatch(issuer -> contains(admitted, "Issuer", issuer));
    }

    static Stream<X509Certificate> issuers(Credential signer) {
        return CertificateChain.of(signer.certificate(), signer.issuers()).stream()
                .skip(1);
    }

    private static boolean contains(COSDictionary admitted, String key, X509Certificate certificate) {
        return encoded(admitted, key).anyMatch(der -> Arrays.equals(der, encoded(certificate)));
    }

    private static Stream<byte[]> encoded(COSDictionary admitted, String key) {
        COSArray all = admitted.getCOSArray(COSName.getPDFName(key));
        return all == null
                ? Stream.empty()
                : IntStream.range(0, all.size())
                        .mapToObj(all::getObject)
                        .filter(COSString.class::isInstance)
                        .map(der -> ((COSString) der).getBytes());
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without a DER form was never read from anywhere", e);
        }
    }
}
