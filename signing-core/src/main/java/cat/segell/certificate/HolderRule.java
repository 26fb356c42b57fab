// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Who holds a certificate: from the alternative name's attributes, else from the subject (EN 319 412-1 to -3). */
final class HolderRule {

    /** Attributes below {@code 2.16.724.1.3.5.KIND.LEVEL}. */
    private static final int ENTITY = 2;

    private static final int ENTITY_NIF = 3;
    private static final int NIF = 4;
    private static final int GIVEN_NAME = 6;
    private static final int SURNAME_1 = 7;
    private static final int SURNAME_2 = 8;
    private static final int UNIT = 10;
    private static final int POSITION = 11;
    private static final int PSEUDONYM = 12;

    /** The NIF in the alternative name of FNMT's certificates. */
    private static final String FNMT_NIF = "1.3.6.1.4.1.5734.1.4";

    /** EN 319 412-1 §5.1.3 and §5.1.4: kind of number, country. */
    private static final Pattern PREFIX =
            Pattern.compile("^(IDC|PAS|PNO|TIN|VAT|NTR|PSD)[A-Z]{2}-", Pattern.CASE_INSENSITIVE);

    private static final Pattern BARE_NIF = Pattern.compile("[0-9KLMXYZ]\\d{7}[A-Z]", Pattern.CASE_INSENSITIVE);

    /** "(SIG)", "(R: B00000000)" and the like at the end, then " - DNI 00000000T" or " - 00000000T". */
    private static final Pattern SUFFIX =
            Pattern.compile("\\s*\\((AUT|SIG|TCAT|FIRMA|AUTENTICACI[OÓ]N|R:[^)]*)\\)\\s*$", Pattern.CASE_INSENSITIVE);

    /** The entity's number in the common name of a representative. */
    private static final Pattern REPRESENTED = Pattern.compile("\\(R:\\s*([^)\\s]+)\\s*\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER =
            Pattern.compile("\\s+-\\s+((DNI|NIF|NIE)\\b.*|[0-9KLMXYZ]\\d{7}[A-Z])$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADING_NUMBER = Pattern.compile("^[0-9KLMXYZ]\\d{7}[A-Z]\\s+");

    /** Of whom nothing is said. */
    static final String UNKNOWN = "?";

    private final X509Certificate certificate;
    private final CertificateKind kind;
    private final Map<String, String> attributes;

    private HolderRule(X509Certificate certificate, CertificateKind kind) {
        this.certificate = certificate;
        this.kind = kind;
        this.attributes = CertificateFields.directoryNames(certificate);
    }

    static CertificateHolder holder(X509Certificate certificate, CertificateKind kind) {
        return new HolderRule(certificate, kind).holder();
    }

    private CertificateHolder holder() {
        return switch (kind) {
            case SEAL -> entity();
            // No NIF, no name: whatever else the certificate may hold, none is ever guessed.
            case PSEUDONYM -> inOrganisation(pseudonym().orElse(UNKNOWN), Optional.empty());
            case CITIZEN ->
                new CertificateHolder(
                        person(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), nif());
            case PUBLIC_EMPLOYEE, REPRESENTATIVE, OTHER -> inOrganisation(person(), nif());
        };
    }

    private CertificateHolder entity() {
        Optional<String> entity = organisation();
        Optional<String> number = organisationNumber();
        return new CertificateHolder(
                entity.orElseGet(this::commonName), entity, number, Optional.empty(), Optional.empty(), number);
    }

    private CertificateHolder inOrganisation(String name, Optional<String> nif) {
        return new CertificateHolder(
                name,
                organisation(),
                organisationNumber(),
                attribute(UNIT),
                attribute(POSITION).or(() -> subject(BCStyle.T)),
                nif);
    }

    private Optional<String> organisation() {
        return attribute(ENTITY).or(() -> subject(BCStyle.O));
    }

    private Optional<String> organisationNumber() {
        return attribute(ENTITY_NIF)
                .or(() -> subject(BCStyle.ORGANIZATION_IDENTIFIER))
                .or(this::represented)
                .map(HolderRule::withoutPrefix);
    }

    private Optional<String> represented() {
        return kind == CertificateKind.REPRESENTATIVE
                ? subject(BCStyle.CN)
                        .map(REPRESENTED::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                : Optional.empty();
    }

    private Optional<String> pseudonym() {
        return attribute(PSEUDONYM).or(() -> subject(BCStyle.PSEUDONYM));
    }

    private String person() {
        String stated = joined(List.of(attribute(GIVEN_NAME), attribute(SURNAME_1), attribute(SURNAME_2)));
        if (attribute(SURNAME_1).isPresent()) {
            return stated;
        }
        Optional<String> surname = subject(BCStyle.SURNAME).map(HolderRule::withoutNumbers);
        return surname.isPresent()
                ? joined(List.of(subject(BCStyle.GIVENNAME), surname))
                : subject(BCStyle.PSEUDONYM).orElseGet(this::commonName);
    }

    private String commonName() {
        return subject(BCStyle.CN)
                .map(HolderRule::withoutNumbers)
                .filter(name -> !name.isEmpty())
                .or(() -> subject(BCStyle.O))
                .orElse(UNKNOWN);
    }

    private Optional<String> nif() {
        return attribute(NIF)
                .or(() -> Optional.ofNullable(attributes.get(FNMT_NIF)))
                .or(() -> subject(BCStyle.SERIALNUMBER).filter(HolderRule::isIdentity))
                .map(HolderRule::withoutPrefix);
    }

    /** An attribute of this kind's own arc, else of any: a certificate may carry those of several profiles. */
    private Optional<String> attribute(int number) {
        return Stream.concat(
                        attributes(number).filter(entry -> KindRule.ownArc(entry.getKey(), kind)), attributes(number))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Stream<Map.Entry<String, String>> attributes(int number) {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(KindRule.NATIONAL + ".")
                        && entry.getKey().endsWith("." + number)
                        && entry.getKey().chars().filter(c -> c == '.').count() == 8);
    }

    private Optional<String> subject(ASN1ObjectIdentifier type) {
        List<String> values = CertificateFields.subject(certificate, type);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private static boolean isIdentity(String serialNumber) {
        return PREFIX.matcher(serialNumber).find()
                || BARE_NIF.matcher(serialNumber).matches();
    }

    private static String withoutPrefix(String number) {
        return PREFIX.matcher(number).replaceFirst("").toUpperCase(Locale.ROOT);
    }

    private static String withoutNumbers(String name) {
        String cut = NUMBER.matcher(SUFFIX.matcher(name).replaceFirst("")).replaceFirst("");
        return LEADING_NUMBER.matcher(cut).replaceFirst("").strip();
    }

    private static String joined(List<Optional<String>> parts) {
        return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
    }
}
