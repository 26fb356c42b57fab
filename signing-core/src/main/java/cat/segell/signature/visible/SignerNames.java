// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.WaitingField;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a field that waits for this person may be called: after their name or number, or after what they are, in whichever gender
 * and in Catalan or Spanish. A form says "Secretari" to whoever holds the office.
 *
 * @param own name, number, position and role
 * @param offices of these, position and role, in one form for all genders
 */
record SignerNames(Set<String> own, Set<String> offices) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+");

    /** In letters, of a stem: shorter words say different things with different endings. */
    private static final int SHORTEST = 4;

    /** "Alcaldessa" and "alcaldesa". */
    private static final Pattern FEMININE = Pattern.compile("ess?a$");

    /** "Secretaria" and "secretario"; "presidente" and "presidenta". */
    private static final Pattern ENDING = Pattern.compile("[aeo]$");

    /** "Delegat" and "delegada". */
    private static final Pattern VOICED = Pattern.compile("(?<=[ai])d$");

    /** What names of fields say besides, in the languages that forms come in here. */
    private static final Set<String> SAID_OF_ALL = Set.of(
            "signatura",
            "firma",
            "signature",
            "sign",
            "sig",
            "camp",
            "campo",
            "field",
            "de",
            "del",
            "la",
            "el",
            "l",
            "d",
            "of",
            "the",
            "i",
            "y",
            "and");

    static SignerNames of(Credential signer, SignerClaims claims) {
        CertificateFacts facts = CertificateReader.read(signer.certificate());
        List<String> offices = Stream.of(facts.position(), claims.role())
                .flatMap(Optional::stream)
                .toList();
        return new SignerNames(
                all(
                        Stream.concat(
                                Stream.of(Optional.of(facts.holder()), facts.nif())
                                        .flatMap(Optional::stream),
                                offices.stream()),
                        SignerNames::plain),
                all(offices.stream(), SignerNames::office));
    }

    private static Set<String> all(Stream<String> names, UnaryOperator<String> form) {
        return names.map(form).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** If it is just one; the one that is called exactly so comes first. */
    Optional<WaitingField> theirs(List<WaitingField> fields) {
        return bearing(fields, own, SignerNames::plain).or(() -> bearing(fields, offices, SignerNames::office));
    }

    private static Optional<WaitingField> bearing(
            List<WaitingField> fields, Set<String> names, UnaryOperator<String> form) {
        return FieldOwner.only(
                fields, field -> field.labels().stream().map(form).anyMatch(names::contains));
    }

    /** "Signatura de l’Alcaldia", "signaturaAlcaldia" and "alcaldia" are one name. */
    private static String plain(String name) {
        return words(name).collect(Collectors.joining(" "));
    }

    /** "Secretària general" and "secretario general" are one office; no person’s name is treated so. */
    private static String office(String name) {
        return words(name).map(SignerNames::stem).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(bare)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !SAID_OF_ALL.contains(word));
    }

    /** Without what tells the gender. */
    private static String stem(String word) {
        String masculine = FEMININE.matcher(word).replaceFirst("");
        String stem =
                ENDING.matcher(masculine.length() < SHORTEST ? word : masculine).replaceFirst("");
        return stem.length() < SHORTEST ? word : VOICED.matcher(stem).replaceFirst("t");
    }
}
