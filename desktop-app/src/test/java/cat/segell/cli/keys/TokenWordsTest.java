// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.keys.TokenNames;
import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which card a key is on, and where that card is. */
class TokenWordsTest {

    private static final TestPki PKI = TestPki.create();
    private static final String LEFT = "Reader 00 00";
    private static final String RIGHT = "Reader 01 00";
    private static final Token CARD = token("T-CAT", "0001", new TokenPlace.Slot(LEFT));

    @Test
    void aKeyThatIsOnNoCardSaysNothing() {
        for (TokenPlace place : List.of(new TokenPlace.KeyFile(), new TokenPlace.Elsewhere())) {
            Token file = token("mine.p12", "0001", place);
            assertThat(words(file).line(file)).isEmpty();
            assertThat(json(words(file), file)).isEmpty();
        }
    }

    @Test
    void aTokenInNoReaderIsNamedAlone() {
        Token soft = token("Soft", "0001", new TokenPlace.Slot("SoftHSM slot ID 0x1"));
        assertThat(words(soft).line(soft)).contains("On the card Soft.");
        assertThat(json(words(soft), soft)).containsOnlyKeys("token");
    }

    @Test
    void theReaderIsNamed() {
        assertThat(words(CARD).line(CARD)).contains("On the card T-CAT, in the reader Reader 00 00.");
        assertThat(json(words(CARD), CARD))
                .isEqualTo(Map.of("token", Map.of("label", "T-CAT", "serial", "0001"), "reader", LEFT));
    }

    /** As in {@code segell cards}. */
    @Test
    void itIsCalledByItsKindAndItsHolder() {
        TokenWords words = words(new TokenInSlot(CARD, LEFT, List.of(identityCard(CARD)), false));
        assertThat(words.line(CARD))
                .contains(
                        "On the card Spanish identity card (DNIe) of Maria Prova Inventada, called “T-CAT”, in the reader Reader 00 00.");
        assertThat(json(words, CARD))
                .isEqualTo(Map.of(
                        "token",
                        Map.of(
                                "label",
                                "T-CAT",
                                "serial",
                                "0001",
                                "models",
                                List.of(Map.of("id", "dnie", "name", "Spanish identity card (DNIe)"))),
                        "reader",
                        LEFT));
    }

    /** Without another look at its driver. */
    @Test
    void twoLikeCardsAreToldApartBeforeThePinByTheirReaders() {
        Credential left = identityCard(CARD);
        Credential right = identityCard(CARD.in(new TokenPlace.Slot(RIGHT)));
        assertThat(words(new Token[0]).ofKey(left))
                .isEqualTo(
                        "Spanish identity card (DNIe) of Maria Prova Inventada, called “T-CAT” (reader Reader 00 00)");
        assertThat(words(new Token[0]).ofKey(right)).endsWith("called “T-CAT” (reader Reader 01 00)");
    }

    @Test
    void whatIsOnNoCardHasItsHolderBeforeItsName() {
        assertThat(words(new Token[0]).ofKey(identityCard(CARD.in(new TokenPlace.Elsewhere()))))
                .isEqualTo("Maria Prova Inventada (T-CAT)");
    }

    private static Credential identityCard(Token token) {
        CertificateRequest request = PKI.request(TestPki.EMPLOYEE, KeyKind.P256).policies("2.16.724.1.2.2.2.3");
        Credential key = new KeyInMemory(PKI.issue(request)).credential();
        return new Credential(key.id(), key.key(), key.certificate(), key.issuers(), token, false);
    }

    private static Map<String, Object> json(TokenWords words, Token token) {
        Map<String, Object> key = new LinkedHashMap<>();
        words.json(token, key);
        return key;
    }

    private static TokenWords words(Token... all) {
        return words(Stream.of(all)
                .map(token -> new TokenInSlot(token, LEFT, List.of(), true))
                .toArray(TokenInSlot[]::new));
    }

    private static TokenWords words(TokenInSlot... all) {
        ReadersSnapshot readers = new ReadersSnapshot(List.of(reader(LEFT), reader(RIGHT)), Optional.empty());
        DriverSight driver = new DriverSight(KnownModule.set(Path.of("/usr/lib/a.so")), true, List.of(all), List.of());
        return new TokenWords(
                Messages.load(Language.EN, Out.class, "cli"),
                new TokenNames(new CardsAtHand(readers, List.of(driver)), Catalogue.bundled()));
    }

    private static Reader reader(String name) {
        return new Reader(name, ReaderState.CARD, Optional.empty(), 1);
    }

    private static Token token(String label, String serial, TokenPlace place) {
        return new Token(label, serial, PinState.READY, PinTries.ENOUGH).in(place);
    }
}
