// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.pcsc.VirtualReader;
import cat.segell.card.fixture.piv.PinRule;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.host.Limits;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.problem.ProblemException;
import java.time.Duration;

/** A card, the reader it belongs to, and who signs with it; each entry is noted on the card. */
record CardInUse(VirtualPivCard card, VirtualReader reader, Pkcs11Source source) {

    private static final Duration FOR_THE_CARD = Duration.ofSeconds(5);
    private static final Duration WITH_ITS_START = Duration.ofSeconds(10);

    /** Until a driver that hangs is given up: OpenSC never comes back from some removals, at whatever it is asked just then. */
    static final Limits PATIENCE = new Limits(WITH_ITS_START, FOR_THE_CARD, FOR_THE_CARD);

    OpenCredential open(PinEntry person) throws ProblemException {
        return source.open(VirtualPivCard.signer(source), card.history().watching(person));
    }

    /** Once it is put in anew. */
    void signsAgain() throws ProblemException {
        long beyond = PinRule.beyond(card.history());
        reader.remove();
        reader.insert(card);
        try (OpenCredential open = open(Person.entering(VirtualPivCard.PIN))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(PinRule.beyond(card.history()))
                .as("an entry and a signature take two PINs")
                .isEqualTo(beyond);
    }
}
