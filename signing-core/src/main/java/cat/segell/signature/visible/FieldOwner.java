// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

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
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of the fields that wait for a signature waits for this person: the one whose author demands their certificate, else
 * the one that bears their name, number or position, or the role that they claim ({@link SignerNames}); not their unit, where others work too. Where several would do it is nobody's: a
 * signature in another's box says what its signer didn't say.
 */
public final class FieldOwner {

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
        Digest certificate = digest(signer.certificate());
        Predicate<WaitingField> admits = admits(signer);
        List<WaitingField> admitting = waiting.stream().filter(admits).toList();
        return only(admitting, field -> field.admission().names(certificate))
                .or(() -> SignerNames.of(signer, claims).theirs(admitting));
    }

    /** The one that bears who signs, and that its author keeps for another certificate. */
    static Optional<WaitingField> kept(List<WaitingField> waiting, Credential signer, SignerClaims claims) {
        return waiting.isEmpty()
                ? Optional.empty()
                : SignerNames.of(signer, claims)
                        .theirs(waiting)
                        .filter(admits(signer).negate());
    }

    private static Predicate<WaitingField> admits(Credential signer) {
        Digest certificate = digest(signer.certificate());
        Set<Digest> above =
                SignerConditions.issuers(signer).map(FieldOwner::digest).collect(Collectors.toSet());
        return field -> field.admission().admits(certificate, above);
    }

    private static Digest digest(X509Certificate certificate) {
        return DigestAlgorithm.SHA256.of(SignerConditions.encoded(certificate));
    }

    static Optional<WaitingField> only(List<WaitingField> waiting, Predicate<WaitingField> fits) {
        List<WaitingField> fitting = waiting.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
