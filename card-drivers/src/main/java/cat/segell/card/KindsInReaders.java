// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Evidence;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.card.pkcs11.CardKinds;
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

    @Override
    public boolean wantsPinEachTime(Credential credential) {
        return commits(credential.certificate())
                && isConfirmed(credential.token().place(), CardModel.Pins::eachSignature);
    }

    private boolean isConfirmed(TokenPlace place, Function<CardModel.Pins, Optional<Evidence>> fact) {
        List<CardModel> kinds = place instanceof TokenPlace.Slot(String slot)
                ? new SlotNames(readers.get().readers())
                        .reader(slot)
                        .flatMap(Reader::atr)
                        .map(catalogue.get()::recognise)
                        .orElse(List.of())
                : List.of();
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
