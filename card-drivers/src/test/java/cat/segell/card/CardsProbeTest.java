// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.credential.Credential;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.CardSoftware;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.diagnosis.Fact.Holds;
import cat.segell.diagnosis.Fact.ReaderSeen;
import cat.segell.diagnosis.Fact.ReaderService;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis is told of readers, cards, drivers and tokens. */
class CardsProbeTest {

    private static final Path OPENSC = Path.of("/usr/lib/opensc-pkcs11.so");
    private static final Path OTHER = Path.of("/usr/lib/other.so");
    private static final String NAME = "Reader 00 00";
    private static final Atr CARDOS = new Atr("3BD218008131FE58C90411");
    private static final Atr NOBODYS = new Atr("3B80800101");
    private static final Credential KEY = new KeyInMemory(TestPki.create().signer(KeyKind.P256)).credential();

    @Test
    void thatNobodyCouldAsk() {
        ReadersSnapshot down = new ReadersSnapshot(List.of(), Optional.of(new PcscServiceDown()));
        assertThat(facts(down)).containsExactly(new ReaderService(Optional.of(new PcscServiceDown())));
    }

    @ParameterizedTest
    @CsvSource({"EMPTY,NOTHING", "CARD,CARD", "EXCLUSIVE,CARD", "MUTE,MUTE", "UNAVAILABLE,UNTOLD"})
    void whatIsInAReader(ReaderState state, Holds holds) {
        assertThat(facts(readers(new Reader(NAME, state, Optional.empty(), 0)))).contains(new ReaderSeen(NAME, holds));
    }

    @Test
    void aKnownCardWithWhatServesItHereAndWhatWould() {
        CardSeen card = card(facts(readers(reader(CARDOS)), driver(OPENSC, Optional.of("opensc"), List.of())));
        assertThat(card.atr()).contains(CARDOS.text());
        assertThat(card.kind().names()).isNotEmpty();
        assertThat(card.kind().notes()).anyMatch(note -> note.contains("D-Trust"));
        assertThat(card.kind().closed()).isFalse();
        assertThat(card.software())
                .extracting(CardSoftware::name, CardSoftware::drivers)
                .contains(tuple("OpenSC", List.of(OPENSC)), tuple("CardOS API", List.of()));
        assertThat(card.software())
                .filteredOn(each -> each.name().equals("OpenSC"))
                .singleElement()
                .satisfies(each -> assertThat(each.installing().orElseThrow())
                        .startsWith("OpenSC: ")
                        .contains("sudo apt install opensc"));
        assertThat(card.readers()).isEmpty();
    }

    @Test
    void aDriverOfAnotherCardServesNothingHere() {
        assertThat(card(facts(readers(reader(CARDOS)), driver(OTHER, Optional.of("bit4id"), List.of())))
                        .software())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.drivers()).isEmpty());
    }

    @Test
    void aClosedIdentityCardIsToldAsSuch() {
        CardSeen card = card(facts(readers(reader(new Atr("3B7F960000006A444E49650101010101010F6581")))));
        assertThat(card.kind().closed()).isTrue();
        assertThat(card.kind().notes()).singleElement().asString().contains("A new DNI is needed");
        assertThat(card.software()).isEmpty();
    }

    /** Most cards of public employees have an answer that no public source tells. */
    @Test
    void aCardThatNobodyKnowsMayBeOneOfSeveral() {
        CardSeen card = card(facts(readers(reader(NOBODYS))));
        assertThat(card.kind().names()).isEmpty();
        assertThat(card.kind().closed()).isFalse();
        assertThat(card.software())
                .flatMap(each -> each.installing().stream().toList())
                .anyMatch(line -> line.startsWith("T-CAT: "))
                .allMatch(line -> line.length() > 10);
    }

    /** It may lie the wrong way round: no software makes it speak. */
    @Test
    void aCardThatSaysNothingNeedsNoSoftware() {
        Reader silent = new Reader(NAME, ReaderState.CARD, Optional.empty(), 1);
        assertThat(card(facts(readers(silent))).software()).isEmpty();
    }

    @Test
    void whoReadsTheCardAndThatItIsHeld() {
        Reader held = new Reader(NAME, ReaderState.EXCLUSIVE, Optional.of(CARDOS), 1);
        CardSeen card = card(facts(
                readers(held),
                driver(OPENSC, Optional.of("opensc"), List.of(), token("T-CAT", NAME, List.of())),
                driver(OTHER, Optional.empty(), List.of())));
        assertThat(card.held()).isTrue();
        assertThat(card.readers()).containsExactly(OPENSC);
    }

    @Test
    void whatConcernsEverybodyAndWhatOnlyWhoHasTheCard() {
        Problem crashed = new DriverCrashed(OTHER);
        Problem missing = new DriverMissing(OTHER);
        assertThat(facts(readers(), driver(OTHER, Optional.empty(), List.of(crashed, missing))))
                .contains(new DriverSeen(OTHER, List.of(crashed), List.of(missing)));
    }

    /** What was found and doesn't start may hide a card only where no other driver shows one. */
    @Test
    void whatDoesNotStartConcernsEverybodyWhereNothingElseIsSeen() {
        Problem unstarted = new DriverFailed(OTHER, "C_Initialize", "CKR_GENERAL_ERROR (0x5)");
        DriverSight found = driver(OTHER, Optional.empty(), List.of(unstarted, new DriverMissing(OTHER)));
        assertThat(facts(readers(), found, driver(OPENSC, Optional.empty(), List.of())))
                .contains(new DriverSeen(OTHER, List.of(unstarted), List.of(new DriverMissing(OTHER))));
        assertThat(facts(readers(), found, driver(OPENSC, Optional.empty(), List.of(), token("T", NAME, List.of()))))
                .contains(new DriverSeen(OTHER, List.of(), List.of(unstarted, new DriverMissing(OTHER))));
    }

    @Test
    void aTokenIsToldOnceAndAnotherDriversBlindnessDoesNotEmptyIt() {
        List<Fact> facts = facts(
                readers(reader(CARDOS)),
                driver(OPENSC, Optional.of("opensc"), List.of(), token("T-CAT", NAME, List.of())),
                driver(OTHER, Optional.empty(), List.of(), token("T-CAT", NAME, List.of(KEY))));
        assertThat(facts.stream().filter(TokenSeen.class::isInstance).map(TokenSeen.class::cast))
                .singleElement()
                .satisfies(seen -> assertThat(seen.empty()).isFalse())
                .satisfies(seen -> assertThat(seen.practice()).isFalse())
                .satisfies(seen -> assertThat(seen.routes().whereLocked()).hasSize(2))
                .satisfies(seen -> assertThat(seen.routes().pukLocked()).hasSize(1))
                .satisfies(seen -> assertThat(seen.routes().changing()).hasSize(1));
    }

    /** Certificates of many countries name no issuer that the catalogue knows; their card does. */
    @Test
    void whoseCertificatesNameNoIssuerIsToldTheWayOfTheCards() {
        Atr estonian = new Atr("3BDB960080B1FE451F830012233F536549440F9000F1");
        assertThat(unblocking(estonian, "1.3.6.1.4.1.99999.1"))
                .isEqualTo(unblocking(Catalogue.bundled().issuer("ee").orElseThrow()));
        assertThat(unblocking(estonian, "1.3.6.1.4.1.15096.1.3.2.7.1.1"))
                .as("the certificates say more than the card")
                .isEqualTo(unblocking(Catalogue.bundled().issuer("aoc").orElseThrow()));
        assertThat(unblocking(NOBODYS, "1.3.6.1.4.1.99999.1"))
                .isEqualTo(unblocking(Catalogue.bundled().issuer("other").orElseThrow()));
    }

    private static List<String> unblocking(Issuer issuer) {
        return List.of(issuer.routes().unblock().in(Language.EN));
    }

    private static List<String> unblocking(Atr atr, String policy) {
        TestPki pki = TestPki.create();
        Credential key = new KeyInMemory(
                        pki.issue(pki.request(TestPki.EMPLOYEE, KeyKind.P256).policies(policy)))
                .credential();
        return facts(
                        readers(reader(atr)),
                        driver(OPENSC, Optional.of("opensc"), List.of(), token("Card", NAME, List.of(key))))
                .stream()
                .filter(TokenSeen.class::isInstance)
                .map(fact -> ((TokenSeen) fact).routes().unblocking())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenThatIsInNoReaderIsToldToo() {
        assertThat(facts(readers(), driver(OTHER, Optional.empty(), List.of(), token("Soft", "slot 1", List.of()))))
                .filteredOn(TokenSeen.class::isInstance)
                .hasSize(1);
    }

    private static List<Fact> facts(ReadersSnapshot readers, DriverSight... drivers) {
        return new CardsProbe(new CardsAtHand(readers, List.of(drivers)), Catalogue.bundled(), Language.EN).look();
    }

    private static CardSeen card(List<Fact> facts) {
        return facts.stream()
                .filter(CardSeen.class::isInstance)
                .map(CardSeen.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ReadersSnapshot readers(Reader... readers) {
        return new ReadersSnapshot(List.of(readers), Optional.empty());
    }

    private static Reader reader(Atr atr) {
        return new Reader(NAME, ReaderState.CARD, Optional.of(atr), 1);
    }

    private static DriverSight driver(
            Path module, Optional<String> middleware, List<Problem> problems, TokenInSlot... tokens) {
        return new DriverSight(
                new KnownModule(module, Reason.CATALOGUE, middleware), problems.isEmpty(), List.of(tokens), problems);
    }

    private static TokenInSlot token(String label, String slot, List<Credential> credentials) {
        Token token = new Token(label, "1234", PinState.READY, PinTries.ENOUGH);
        return new TokenInSlot(token, slot, credentials, credentials.isEmpty());
    }
}
