// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.credential.Credential;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.OwnField;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.WaitingField;
import java.util.List;
import java.util.Optional;

/**
 * In which field of a PDF a signature will stand, before anybody signs.
 *
 * @param waiting names of the fields in which nobody has signed
 * @param taken of them, by this signature, if its author admits it; absent where it gets a field of its own
 * @param kept of them, the one that bears who signs and is kept for another certificate, where none is taken
 */
public record FieldChoice(List<String> waiting, Optional<String> taken, Optional<String> kept) {

    /** Where nothing waits. */
    public static final FieldChoice NONE = new FieldChoice(List.of(), Optional.empty(), Optional.empty());

    public FieldChoice {
        waiting = List.copyOf(waiting);
    }

    /** Where it isn't known who signs. */
    public static FieldChoice untaken(List<WaitingField> waiting) {
        return new FieldChoice(waiting.stream().map(WaitingField::name).toList(), Optional.empty(), Optional.empty());
    }

    /** The one that waits for this person, whether it is wanted or not. */
    public static Optional<String> own(List<WaitingField> waiting, Credential signer, SignerClaims claims) {
        return FieldOwner.settled(new OwnField(), waiting, signer, claims) instanceof Field(String name)
                ? Optional.of(name)
                : Optional.empty();
    }

    public static FieldChoice of(List<WaitingField> waiting, Credential signer, SignatureProfile profile) {
        List<String> names = waiting.stream().map(WaitingField::name).toList();
        Optional<String> taken = place(profile)
                .map(place -> FieldOwner.settled(place, waiting, signer, profile.claims()))
                .flatMap(place -> place instanceof Field(String name)
                        ? Optional.of(name).filter(names::contains)
                        : Optional.empty());
        Optional<String> kept = taken.isPresent() || !isOpen(profile)
                ? Optional.empty()
                : FieldOwner.kept(waiting, signer, profile.claims()).map(WaitingField::name);
        return new FieldChoice(names, taken, kept);
    }

    /** Whether the signer's own field is looked for: nobody named a place, nor wants none. */
    public static boolean isOpen(SignatureProfile profile) {
        return place(profile)
                .filter(place -> place instanceof OwnField || (place instanceof FreeSpace(boolean past) && !past))
                .isPresent();
    }

    private static Optional<Place> place(SignatureProfile profile) {
        return profile.appearance().map(Appearance::place);
    }
}
