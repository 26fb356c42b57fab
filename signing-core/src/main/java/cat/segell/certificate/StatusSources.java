// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.network.HttpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where a certificate says that others can find out whether it was revoked.
 *
 * @param exempt it says that nobody tells: it lives too short for that, or its issuer tells of none
 * @param ocsp addresses of responders (RFC 5280 §4.2.2.1)
 * @param lists where its issuer publishes lists that cover it alone for all reasons (§4.2.1.13)
 * @param issuers addresses of its issuer's certificate
 * @param issuerKey identifier of its issuer's key, in hex
 */
public record StatusSources(
        boolean exempt, List<URI> ocsp, List<ListPoint> lists, List<URI> issuers, Optional<String> issuerKey) {

    /** Of each kind; real certificates name one or two. */
    private static final int MOST = 3;

    private static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56"); // RFC 9608
    private static final ASN1ObjectIdentifier SHORT_TERM =
            new ASN1ObjectIdentifier("0.4.0.194121.2.1"); // EN 319 412-1 §5.2

    /**
     * One place where the issuer publishes a list.
     *
     * @param names the place's names as a list of that place repeats them, DER in hex
     */
    public record ListPoint(List<URI> addresses, Set<String> names) {

        public ListPoint {
            addresses = List.copyOf(addresses);
            names = Set.copyOf(names);
        }

        /** @param name as a list gives it, DER */
        public boolean isNamed(byte[] name) {
            return names.contains(hex(name));
        }
    }

    public StatusSources {
        ocsp = List.copyOf(ocsp);
        lists = List.copyOf(lists);
        issuers = List.copyOf(issuers);
    }

    public static StatusSources of(X509Certificate certificate) {
        return new StatusSources(
                Stream.of(NO_REV_AVAIL, SHORT_TERM).anyMatch(oid -> certificate.getExtensionValue(oid.getId()) != null),
                addresses(certificate, AccessDescription.id_ad_ocsp),
                CertificateFields.extension(
                                certificate,
                                Extension.cRLDistributionPoints,
                                value -> lists(CRLDistPoint.getInstance(value)))
                        .orElse(List.of()),
                addresses(certificate, AccessDescription.id_ad_caIssuers),
                CertificateFields.extension(
                                certificate, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                        .map(StatusSources::hex));
    }

    private static List<URI> addresses(X509Certificate certificate, ASN1ObjectIdentifier method) {
        return CertificateFields.extension(
                        certificate,
                        Extension.authorityInfoAccess,
                        value -> addresses(AuthorityInformationAccess.getInstance(value), method))
                .orElse(List.of());
    }

    private static List<URI> addresses(AuthorityInformationAccess access, ASN1ObjectIdentifier method) {
        return Stream.of(access.getAccessDescriptions())
                .filter(each -> each.getAccessMethod().equals(method))
                .flatMap(each -> address(each.getAccessLocation()).stream())
                .limit(MOST)
                .toList();
    }

    /** One that names its own issuer of lists, or only some reasons, would need more than one list to be told. */
    private static List<ListPoint> lists(CRLDistPoint points) {
        return Stream.of(points.getDistributionPoints())
                .filter(point -> point.getReasons() == null && point.getCRLIssuer() == null)
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .map(name -> point(GeneralNames.getInstance(name.getName())))
                .filter(point -> !point.addresses().isEmpty())
                .limit(MOST)
                .toList();
    }

    private static ListPoint point(GeneralNames names) {
        List<GeneralName> all = List.of(names.getNames());
        return new ListPoint(
                all.stream().flatMap(name -> address(name).stream()).limit(MOST).toList(),
                all.stream().map(StatusSources::der).collect(Collectors.toSet()));
    }

    private static String der(GeneralName name) {
        try {
            return hex(name.getEncoded(ASN1Encoding.DER));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a name in memory", impossible);
        }
    }

    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }

    private static Optional<URI> address(GeneralName name) {
        return name.getTagNo() == GeneralName.uniformResourceIdentifier
                ? HttpAddress.of(ASN1IA5String.getInstance(name.getName()).getString())
                : Optional.empty();
    }
}
