// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Extensions and names as plain values. An extension that can't be decoded counts as absent: it proves nothing. */
final class CertificateFields {

    /** Line breaks, other controls and marks that turn the writing's direction: a name is shown, and must not forge. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]+");

    private CertificateFields() {}

    /** Policy OIDs in dotted form. */
    static Set<String> policies(X509Certificate certificate) {
        return extension(certificate, Extension.certificatePolicies, CertificatePolicies::getInstance)
                .map(policies ->
                        dotted(List.of(policies.getPolicyInformation()), PolicyInformation::getPolicyIdentifier))
                .orElse(Set.of());
    }

    /** OIDs of the extended key usage in dotted form; absent where there is no such extension. */
    static Optional<Set<String>> extendedUsage(X509Certificate certificate) {
        return extension(certificate, Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance)
                .map(usage -> dotted(List.of(usage.getUsages()), KeyPurposeId::toOID));
    }

    /** All attributes of all directoryNames in the subject's alternative name, by dotted OID; the first value wins. */
    static Map<String, String> directoryNames(X509Certificate certificate) {
        Map<String, String> attributes = new LinkedHashMap<>();
        extension(certificate, Extension.subjectAlternativeName, CertificateFields::directoryNames)
                .ifPresent(names -> names.forEach(name -> collect(name, attributes)));
        return attributes;
    }

    private static List<X500Name> directoryNames(ASN1Primitive value) {
        List<X500Name> names = new ArrayList<>();
        for (GeneralName name : GeneralNames.getInstance(value).getNames()) {
            if (name.getTagNo() == GeneralName.directoryName) {
                names.add(X500Name.getInstance(name.getName()));
            }
        }
        return names;
    }

    private static void collect(X500Name name, Map<String, String> attributes) {
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                text(attribute.getValue())
                        .ifPresent(text ->
                                attributes.putIfAbsent(attribute.getType().getId(), text));
            }
        }
    }

    /** The values of one attribute of the subject, in order. */
    static List<String> subject(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return values(certificate::getSubjectX500Principal, type);
    }

    /** The values of one attribute of the issuer, in order. */
    static List<String> issuer(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return values(certificate::getIssuerX500Principal, type);
    }

    private static List<String> values(Supplier<X500Principal> principal, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        try {
            for (RDN rdn : X500Name.getInstance(principal.get().getEncoded()).getRDNs(type)) {
                for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                    if (attribute.getType().equals(type)) {
                        text(attribute.getValue()).ifPresent(values::add);
                    }
                }
            }
        } catch (IllegalArgumentException | IllegalStateException undecodable) {
            return List.of();
        }
        return values;
    }

    private static Optional<String> text(ASN1Encodable value) {
        return value.toASN1Primitive() instanceof ASN1String string
                ? Optional.of(UNSHOWABLE
                                .matcher(string.getString())
                                .replaceAll(" ")
                                .strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static <E> Set<String> dotted(List<E> elements, Function<E, ASN1ObjectIdentifier> oid) {
        Set<String> dotted = new LinkedHashSet<>();
        elements.forEach(element -> dotted.add(oid.apply(element).getId()));
        return dotted;
    }

    private static <T> Optional<T> extension(
            X509Certificate certificate, ASN1ObjectIdentifier oid, Function<ASN1Primitive, T> decode) {
        byte[] wrapped = certificate.getExtensionValue(oid.getId());
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            byte[] value = ASN1OctetString.getInstance(wrapped).getOctets();
            return value.length == 0 ? Optional.empty() : Optional.of(decode.apply(ASN1Primitive.fromByteArray(value)));
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException undecodable) {
            return Optional.empty();
        }
    }
}
