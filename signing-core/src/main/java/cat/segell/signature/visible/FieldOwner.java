// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.Nowhere;
import cat.segell.signature.Appearance.OwnField;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.WaitingField;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the fields that wait for a signature waits for this person: the one whose author demands their certificate, else
 * the one that bears their name, number or position, or the role that they claim; not their unit, where others work too. Where several would do it is nobody's: a
 * signature in another's box says what its signer didn't say.
 */
public final class FieldOwner {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+");

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

    private FieldOwner() {}

    /** Where a signature stands: where nobody named a place, in the field that waits for this person, if just one does. */
    public static Place settled(Place place, List<WaitingField> waiting, Credential signer, SignerClaims claims) {
        boolean open = switch (place) {
            case OwnField _ -> true;
            case FreeSpace(boolean past) -> !past;
            case Box _, EveryPage _, Field _, Nowhere _ -> false;
        };
        return open
                ? among(waiting, signer, claims)
                        .<Place>map(own -> new Field(own.name()))
                        .orElse(place)
                : place;
    }

    private static Optional<WaitingField> among(List<WaitingField> waiting, Credential signer, SignerClaims claims) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Digest certificate = DigestAlgorithm.SHA256.of(SignerConditions.encoded(signer.certificate()));
        return only(waiting, field -> field.demanded().contains(certificate))
                .or(() -> named(waiting, names(signer, claims)));
    }

    private static Optional<WaitingField> named(List<WaitingField> waiting, Set<String> names) {
        return only(
                waiting, field -> field.labels().stream().map(FieldOwner::plain).anyMatch(names::contains));
    }

    private static Optional<WaitingField> only(List<WaitingField> waiting, Predicate<WaitingField> fits) {
        List<WaitingField> fitting = waiting.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Set<String> names(Credential signer, SignerClaims claims) {
        CertificateFacts facts = CertificateReader.read(signer.certificate());
        return Stream.of(Optional.of(facts.holder()), facts.position(), facts.nif(), claims.role())
                .flatMap(Optional::stream)
                .map(FieldOwner::plain)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** "Signatura de l’Alcaldia", "signaturaAlcaldia" and "alcaldia" are one name. */
    private static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(bare)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !SAID_OF_ALL.contains(word))
                .collect(Collectors.joining(" "));
    }
}
