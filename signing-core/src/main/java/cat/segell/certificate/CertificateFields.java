// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.io.IOException;
import java.nio.charset.Charset;
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
import org.bouncycastle.asn1.ASN1UniversalString;
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
import org.jspecify.annotations.Nullable;

/** Extensions and names as plain values. An extension that can't be decoded counts as absent: it proves nothing. */
final class CertificateFields {

    /**
     * Line breaks, other controls and marks that turn the writing's direction: a name is shown, and must not forge. Blanks too:
     * a row of them pushes what follows out of sight.
     */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\p{Co}\\p{Cs}]+");

    /** In code points. No name is longer; one that is shall not fill the screen. */
    static final int LONGEST = 200;

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
        return extension(certificate, Extension.subjectAlternativeName, CertificateFields::attributes)
                .orElse(Map.of());
    }

    private static Map<String, String> attributes(ASN1Primitive value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (GeneralName name : GeneralNames.getInstance(value).getNames()) {
            if (name.getTagNo() == GeneralName.directoryName) {
                collect(X500Name.getInstance(name.getName()), attributes);
            }
        }
        return attributes;
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
        return decoded(() -> X500Name.getInstance(parsed(principal.get().getEncoded())))
                .map(name -> values(name, type))
                .orElse(List.of());
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : name.getRDNs(type)) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(type)) {
                    text(attribute.getValue()).ifPresent(values::add);
                }
            }
        }
        return values;
    }

    private static Optional<String> text(ASN1Encodable value) {
        return decoded(() -> switch (value.toASN1Primitive()) {
                    // Its getString() is hexadecimal.
                    case ASN1UniversalString wide -> new String(wide.getOctets(), Charset.forName("UTF-32BE"));
                    case ASN1String string -> string.getString();
                    default -> "";
                })
                .flatMap(CertificateFields::shown);
    }

    /** As it may be shown: one line of at most {@value #LONGEST} signs; absent where nothing is left. */
    static Optional<String> shown(String text) {
        String line = UNSHOWABLE.matcher(text).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(cut(line));
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    private static <E> Set<String> dotted(List<E> elements, Function<E, ASN1ObjectIdentifier> oid) {
        Set<String> dotted = new LinkedHashSet<>();
        elements.forEach(element -> dotted.add(oid.apply(element).getId()));
        return dotted;
    }

    static <T> Optional<T> extension(
            X509Certificate certificate, ASN1ObjectIdentifier oid, Function<ASN1Primitive, T> decode) {
        byte[] wrapped = certificate.getExtensionValue(oid.getId());
        if (wrapped == null) {
            return Optional.empty();
        }
        return decoded(() -> {
            byte[] value = ASN1OctetString.getInstance(wrapped).getOctets();
            return decode.apply(parsed(value));
        });
    }

    private static ASN1Primitive parsed(byte[] der) throws IOException {
        if (Nesting.tooDeep(der)) {
            throw new IOException("nested too deep");
        }
        return ASN1Primitive.fromByteArray(der);
    }

    /** What decodes bytes that anybody may have written. */
    @FunctionalInterface
    interface Decoding<T> {
        @Nullable
        T run() throws IOException;
    }

    /** The kinds of exception that Bouncy Castle's classes throw at bytes that don't fit them. */
    static <T> Optional<T> decoded(Decoding<T> decoding) {
        try {
            return Optional.ofNullable(decoding.run());
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException undecodable) {
            return Optional.empty();
        }
    }
}
