// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.credential.Credential;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardsAtHandTest {

    private static final Path MODULE = Path.of("/usr/lib/a.so");
    private static final Path OTHER = Path.of("/usr/lib/b.so");
    private static final Reader FIRST = new Reader("Reader 00 00", ReaderState.CARD, Optional.empty(), 1);
    private static final Reader SECOND = new Reader("Reader 01 00", ReaderState.CARD, Optional.empty(), 1);
    private static final Credential KEY = new KeyInMemory(TestPki.create().signer(KeyKind.P256)).credential();

    @Test
    void aTokenThatIsInNoReaderIsSaidToBeInNone() {
        TokenInSlot token = token("Soft", "1", "SoftHSM slot ID 0x1");
        CardsAtHand cards = cards(List.of(FIRST), driver(MODULE, token));
        assertThat(cards.reader(token)).isEmpty();
        assertThat(cards.tokens(FIRST)).isEmpty();
        assertThat(cards.drivers(FIRST)).isEmpty();
    }

    @Test
    void withoutReadersThereAreStillTokens() {
        TokenInSlot token = token("T-CAT", "1", FIRST.name());
        ReadersSnapshot down = new ReadersSnapshot(List.of(), Optional.of(new PcscServiceDown()));
        CardsAtHand cards = new CardsAtHand(down, List.of(driver(MODULE, token)));
        assertThat(cards.reader(token)).isEmpty();
    }

    @Test
    void tellsWhichCardIsInWhichReader() {
        TokenInSlot left = token("T-CAT", "1", FIRST.name());
        TokenInSlot right = token("T-CAT", "2", SECOND.name());
        CardsAtHand cards = cards(List.of(FIRST, SECOND), driver(MODULE, right, left));
        assertThat(cards.tokens(FIRST)).containsExactly(left);
        assertThat(cards.tokens(SECOND)).containsExactly(right);
        assertThat(cards.reader(right)).contains(SECOND);
    }

    @Test
    void aCardThatTwoDriversSeeIsOneCard() {
        TokenInSlot without = token("T-CAT", "1234", FIRST.name());
        TokenInSlot with = new TokenInSlot(without.token(), FIRST.name() + " (PIN)", List.of(KEY), false);
        CardsAtHand cards = cards(List.of(FIRST), driver(MODULE, without), driver(OTHER, with));
        assertThat(cards.tokens(FIRST)).containsExactly(with);
        assertThat(cards.drivers(FIRST).map(DriverSight::module)).containsExactly(MODULE, OTHER);
    }

    /** Each driver writes names and numbers in its own way. */
    @Test
    void aCardIsKnownAgainByItsCertificatesWhateverDriversCallIt() {
        TokenInSlot one = with(token("MARIA (PIN)", "1234", FIRST.name()));
        TokenInSlot same = with(token("T-CAT", "00001234", FIRST.name()));
        CardsAtHand cards = cards(List.of(FIRST), driver(MODULE, one), driver(OTHER, same));
        assertThat(cards.tokens(FIRST)).containsExactly(one);
    }

    @Test
    void aCardThatAnEarlierDriverShowsIsSaidToBeTheSame() {
        TokenInSlot one = with(token("MARIA (PIN)", "1234", FIRST.name()));
        TokenInSlot same = with(token("T-CAT", "00001234", FIRST.name()));
        TokenInSlot other = token("Other", "9", SECOND.name());
        DriverSight first = driver(MODULE, one);
        DriverSight second = driver(OTHER, same, other);
        CardsAtHand cards = cards(List.of(FIRST, SECOND), first, second);
        assertThat(cards.earlier(first, one)).isEmpty();
        assertThat(cards.earlier(second, same)).contains(first);
        assertThat(cards.earlier(second, other)).isEmpty();
    }

    /** Some drivers give one name and number to all that they show. */
    @Test
    void nameAndNumberTellNothingWhereCertificatesDiffer() {
        TokenInSlot one = with(token("T-CAT", "1234", FIRST.name()));
        Credential another = new KeyInMemory(TestPki.create().signer(KeyKind.P256)).credential();
        TokenInSlot two = new TokenInSlot(one.token(), FIRST.name(), List.of(another), false);
        assertThat(cards(List.of(FIRST), driver(MODULE, one), driver(OTHER, two))
                        .tokens(FIRST))
                .containsExactly(one, two);
        TokenInSlot blank = token("T-CAT", "0000", FIRST.name());
        TokenInSlot other = token("T-CAT", "0000", FIRST.name());
        assertThat(cards(List.of(FIRST), driver(MODULE, blank), driver(OTHER, other))
                        .tokens(FIRST))
                .as("no number")
                .hasSize(2);
    }

    private static TokenInSlot with(TokenInSlot token) {
        return new TokenInSlot(token.token(), token.slot(), List.of(KEY), false);
    }

    @Test
    void twoTokensOfOneCardAreTwo() {
        TokenInSlot one = token("T-CAT (PIN)", "1", FIRST.name());
        TokenInSlot two = token("T-CAT (sign PIN)", "1", FIRST.name());
        assertThat(cards(List.of(FIRST), driver(MODULE, one, two)).tokens(FIRST))
                .containsExactly(one, two);
    }

    @Test
    void aDriverThatIsNotThereSeesNothing() {
        DriverSight missing =
                new DriverSight(KnownModule.set(MODULE), false, List.of(), List.of(new DriverMissing(MODULE)));
        assertThat(cards(List.of(FIRST), missing).drivers(FIRST)).isEmpty();
    }

    private static CardsAtHand cards(List<Reader> readers, DriverSight... drivers) {
        return new CardsAtHand(new ReadersSnapshot(readers, Optional.empty()), List.of(drivers));
    }

    private static DriverSight driver(Path module, TokenInSlot... tokens) {
        return new DriverSight(KnownModule.set(module), true, List.of(tokens), List.of());
    }

    private static TokenInSlot token(String label, String serial, String slot) {
        return new TokenInSlot(new Token(label, serial, PinState.READY, PinTries.ENOUGH), slot, List.of(), true);
    }
}
