// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.credential.Credential;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person calls a token. */
class TokenNamesTest {

    private static final TestPki PKI = TestPki.create();
    private static final String TCAT = "1.3.6.1.4.1.15096.1.3.2.7.1.1";

    @Test
    void aCardOfAKnownKindIsCalledByItsKindAndItsHolder() {
        Token card = token("Targeta 1", "0001");
        TokenNames names = names(sight(card, key(TCAT)));
        assertThat(names.of(card, Language.EN)).isEqualTo("T-CAT of Maria Prova Inventada, called “Targeta 1”");
        assertThat(names.of(card, Language.CA)).isEqualTo("T-CAT (Maria Prova Inventada), anomenada «Targeta 1»");
        assertThat(names.of(card, Language.ES)).isEqualTo("T-CAT de Maria Prova Inventada, llamada «Targeta 1»");
    }

    @Test
    void aCardOfNoKnownKindIsCalledAsItCallsItself() {
        Token card = token("Targeta 1", "0001");
        assertThat(names(sight(card, key("1.2.3"))).of(card, Language.EN))
                .isEqualTo("Targeta 1 of Maria Prova Inventada");
    }

    /** Neither twice nor wrong. */
    @Test
    void whatTheNameSaysIsNotSaidAgain() {
        Token kind = token("T-CAT 07", "0001");
        assertThat(names(sight(kind, key(TCAT))).of(kind, Language.EN)).isEqualTo("T-CAT 07 of Maria Prova Inventada");
        Token holder = token("Maria Prova Inventada (PIN)", "0001");
        assertThat(names(sight(holder, key("1.2.3"))).of(holder, Language.EN)).isEqualTo("Maria Prova Inventada (PIN)");
    }

    @Test
    void namesakesAreToldApartByTheirNumbers() {
        Token one = token("T-CAT", "0001");
        Token other = token("T-CAT", "0002");
        TokenNames names = names(sight(one), sight(other));
        assertThat(names.of(one, Language.EN)).isEqualTo("T-CAT (number 0001)");
        assertThat(names.of(other, Language.EN)).isEqualTo("T-CAT (number 0002)");
    }

    /** Several certificates of one card make no namesake of it, nor does a second driver. */
    @Test
    void oneCardIsNoNamesakeOfItself() {
        Token card = token("T-CAT", "0001");
        assertThat(names(sight(card), sight(card)).of(card, Language.EN)).isEqualTo("T-CAT");
    }

    @Test
    void theDriverThatShowsTheKeyTellsTheKind() {
        Token card = token("Targeta 1", "0001");
        assertThat(names(sight(card), sight(card, key(TCAT))).of(card, Language.EN))
                .startsWith("T-CAT of Maria Prova Inventada");
    }

    /** Asked for its PIN again: the look was before. */
    @Test
    void aTokenThatHasLostTriesIsTheSame() {
        Token card = token("Targeta 1", "0001");
        Token afterwards = new Token(
                card.label(), card.serial(), PinState.READY, PinTries.told(PinTries.Left.LAST), false, card.place());
        assertThat(names(sight(card, key(TCAT))).of(afterwards, Language.EN))
                .startsWith("T-CAT of Maria Prova Inventada");
    }

    @Test
    void whatIsNoCardIsCalledAsItCallsItself() {
        Token file = token("mine.p12", "0001").in(new TokenPlace.KeyFile());
        assertThat(names().of(file, Language.EN)).isEqualTo("mine.p12");
        assertThat(TokenNames.NOTHING.of(file, Language.EN)).isEqualTo("mine.p12");
    }

    private static TokenNames names(DriverSight... drivers) {
        return new TokenNames(
                new CardsAtHand(new ReadersSnapshot(List.of(), Optional.empty()), List.of(drivers)),
                Catalogue.bundled());
    }

    private static DriverSight sight(Token token, Credential... keys) {
        TokenInSlot seen = new TokenInSlot(token, "Reader 00 00", List.of(keys), keys.length == 0);
        return new DriverSight(KnownModule.set(Path.of("/usr/lib/a.so")), true, List.of(seen), List.of());
    }

    private static Token token(String label, String serial) {
        return new Token(label, serial, PinState.READY, PinTries.ENOUGH).in(new TokenPlace.Slot("Reader 00 00"));
    }

    private static Credential key(String policy) {
        Instant begin = Instant.parse("2025-03-01T00:00:00Z");
        return new KeyInMemory(PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256)
                        .policies(policy)
                        .validity(begin, begin.plus(Duration.ofDays(1000)))))
                .credential();
    }
}
