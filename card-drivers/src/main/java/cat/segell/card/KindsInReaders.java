// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Evidence;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Credential;
import cat.segell.credential.TokenPlace;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * As the catalogue tells it of the ATR in the reader. An ATR that several kinds share tells only what is confirmed of all.
 *
 * @param readers as they are when it is asked
 */
public record KindsInReaders(Supplier<ReadersSnapshot> readers, Supplier<Catalogue> catalogue) implements CardKinds {

    /** RFC 5280, §4.2.1.3: nonRepudiation, contentCommitment. */
    private static final int COMMITMENT = 1;

    /** As SoftHSM's tokens call their maker. */
    private static final String SOFTHSM = "SoftHSM project";

    @Override
    public boolean wantsPinEachTime(Credential credential) {
        Optional<Reader> reader =
                credential.token().place() instanceof TokenPlace.Slot(String slot) ? reader(slot) : Optional.empty();
        return commits(credential.certificate()) && isConfirmed(reader, CardModel.Pins::eachSignature);
    }

    /** A token of software is in no reader, and no ATR names it: it is known by its maker. */
    @Override
    public boolean pukIsOfficers(Pkcs11Token token) {
        Optional<Reader> reader = reader(token.seen().slot());
        return reader.isPresent()
                ? isConfirmed(reader, CardModel.Pins::pukOfOfficer)
                : token.seen().manufacturer().equals(SOFTHSM);
    }

    private Optional<Reader> reader(String slot) {
        return new SlotNames(readers.get().readers()).reader(slot);
    }

    private boolean isConfirmed(Optional<Reader> reader, Function<CardModel.Pins, Optional<Evidence>> fact) {
        List<CardModel> kinds =
                reader.flatMap(Reader::atr).map(catalogue.get()::recognise).orElse(List.of());
        return !kinds.isEmpty()
                && kinds.stream()
                        .allMatch(kind -> fact.apply(kind.pins())
                                .filter(Evidence::confirmed)
                                .isPresent());
    }

    private static boolean commits(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage[COMMITMENT];
    }
}
