// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.TestLists;
import cat.segell.fixture.TestLists.Fault;
import cat.segell.fixture.TestLists.Place;
import cat.segell.fixture.TestPki;
import cat.segell.network.Proxies;
import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListNoticeNewer;
import cat.segell.problem.ListProblem.ListUnreachable;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists over real HTTP, signed by their operators and by others; what was good stays where what comes isn't. */
class TrustedListsTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path home;

    private final TestLists lists = TestLists.start();

    @BeforeEach
    void list() {
        lists.qualified(PKI.certificate());
    }

    @AfterEach
    void stop() {
        lists.close();
    }

    private TrustedLists trusted(String... countries) throws Exception {
        return at(InstantSource.system(), countries);
    }

    private TrustedLists at(InstantSource clock, String... countries) throws Exception {
        LotlSigners signers = LotlSigners.read(lists.writeSigners(home.resolve("lotl.pem")));
        return new TrustedLists(signers, List.of(countries), home.resolve("lists"), clock);
    }

    private static List<String> codes(TrustStatus status) {
        return status.problems().stream().map(ListProblem::code).toList();
    }

    private static ListStatus of(String list, TrustStatus status) {
        return status.lists().stream()
                .filter(each -> each.list().equals(list))
                .findFirst()
                .orElseThrow();
    }

    private static boolean believes(TrustedLists lists) {
        return lists.source()
                .filter(source -> source.isTrusted(new CertificateToken(PKI.certificate())))
                .isPresent();
    }

    @Test
    void theBuildHasTheSixSignersOfTheNotice() {
        LotlSigners shipped = LotlSigners.shipped();
        assertThat(shipped.certificates()).hasSize(6);
        assertThat(shipped.address()).hasToString("https://ec.europa.eu/tools/lotl/eu-lotl.xml");
        assertThat(shipped.notice()).isEqualTo("https://eur-lex.europa.eu/eli/C/2026/1944/oj");
        assertThat(shipped.published()).hasToString("2026-04-15");
    }

    @ParameterizedTest
    @CsvSource({"Address,Address", "Notice,Notice", "Title,Title", "Published,Published", "-----BEGIN,CERTIFICATE"})
    void aSignersFileThatLacksALineIsRefused(String line, String where) throws Exception {
        Path file = lists.writeSigners(home.resolve("other.pem"));
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(each -> !each.startsWith(line))
                        .toList());
        assertThatThrownBy(() -> LotlSigners.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().facts()).containsEntry("where", where));
    }

    @Test
    void withoutAnUpdateNobodyIsAskedAndNothingBelieved() throws Exception {
        TrustedLists trusted = trusted();
        assertThat(codes(trusted.status())).containsExactly("LIST-NONE");
        assertThat(believes(trusted)).isFalse();
        assertThat(lists.requests(Place.LOTL)).isZero();
    }

    @Test
    void freshListsAreTakenAndBelieved() throws Exception {
        TrustedLists trusted = trusted();
        TrustStatus status = trusted.update(true, Proxies.none());
        assertThat(codes(status)).isEmpty();
        assertThat(status.lists()).extracting(ListStatus::list).containsExactly("EU", "ES", "FR");
        assertThat(status.lists()).allMatch(ListStatus::used);
        assertThat(of("ES", status).sequence()).contains(7);
        assertThat(of("ES", status).fetched()).isPresent();
        assertThat(believes(trusted)).isTrue();
        // Another process, without network.
        lists.close();
        assertThat(believes(trusted())).isTrue();
    }

    /** Offices move their lists; nothing but the list's signature says whether it is the one. */
    @Test
    void aCountrysListIsFetchedFromWhereItMoved() throws Exception {
        lists.fail(Place.SPAIN, Fault.MOVED);
        TrustedLists trusted = trusted();
        assertThat(codes(trusted.update(true, Proxies.none()))).isEmpty();
        assertThat(believes(trusted)).isTrue();
    }

    @Test
    void theListOfListsIsFetchedFromItsPlaceAlone() throws Exception {
        lists.fail(Place.LOTL, Fault.MOVED);
        assertThat(codes(trusted().update(true, Proxies.none()))).startsWith("LIST-NONE");
    }

    @Test
    void aSubsetAsksNobodyElse() throws Exception {
        TrustStatus status = trusted("ES").update(true, Proxies.none());
        assertThat(status.lists()).extracting(ListStatus::list).containsExactly("EU", "ES");
        assertThat(lists.requests(Place.FRANCE)).isZero();
    }

    @Test
    void aCountryThatIsNotThereIsTold() throws Exception {
        assertThat(codes(trusted("ES", "SP").update(true, Proxies.none()))).containsExactly("LIST-COUNTRY-UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,LIST-UNREACHABLE",
        "HTTP_500,LIST-UNREACHABLE",
        "REDIRECT,LIST-SIGNATURE-WRONG",
        "CIRCLE,LIST-UNREACHABLE",
        "TRUNCATED,LIST-BROKEN",
        "OVERSIZED,LIST-TOO-LARGE",
        "GARBAGE,LIST-BROKEN",
        "WRONG_SIGNER,LIST-SIGNATURE-WRONG",
        "UNSIGNED,LIST-SIGNATURE-WRONG",
        "CHANGED,LIST-SIGNATURE-WRONG",
        "EXPIRED,LIST-EXPIRED",
        "ENTITIES,LIST-BROKEN"
    })
    void aBadNationalListIsNotTakenAtFirst(Fault fault, String code) throws Exception {
        lists.fail(Place.SPAIN, fault);
        TrustedLists trusted = trusted();
        TrustStatus status = trusted.update(true, Proxies.none());
        assertThat(codes(status)).containsExactly(code);
        assertThat(of("ES", status).used()).isFalse();
        assertThat(of("FR", status).used()).isTrue();
        assertThat(believes(trusted)).isFalse();
        // Told later too, by another process.
        assertThat(codes(trusted().status())).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,LIST-UNREACHABLE", "TRUNCATED,LIST-BROKEN", "OVERSIZED,LIST-TOO-LARGE",
                "WRONG_SIGNER,LIST-SIGNATURE-WRONG",
        "CHANGED,LIST-SIGNATURE-WRONG", "EXPIRED,LIST-EXPIRED", "ENTITIES,LIST-BROKEN", "OLDER,LIST-OLDER"
    })
    void theLastGoodOneIsKept(Fault fault, String code) throws Exception {
        TrustedLists trusted = trusted();
        trusted.update(true, Proxies.none());
        lists.fail(Place.SPAIN, fault);
        lists.fail(Place.LOTL, fault);
        TrustStatus status = trusted.update(true, Proxies.none());
        assertThat(codes(status)).containsExactly(code, code);
        assertThat(status.lists()).allMatch(ListStatus::used);
        assertThat(believes(trusted)).isTrue();
    }

    @Test
    void aNewerOneTakesItsPlace() throws Exception {
        TrustedLists trusted = trusted();
        trusted.update(true, Proxies.none());
        lists.sequence(Place.SPAIN, 8);
        assertThat(of("ES", trusted.update(true, Proxies.none())).sequence()).contains(8);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_SIGNER", "CHANGED", "UNSIGNED", "EXPIRED", "TRUNCATED", "ENTITIES"})
    void aBadListOfListsMakesUsAskNobodyItNames(Fault fault) throws Exception {
        lists.fail(Place.LOTL, fault);
        TrustedLists trusted = trusted();
        TrustStatus status = trusted.update(true, Proxies.none());
        assertThat(codes(status)).startsWith("LIST-NONE").hasSize(2);
        assertThat(lists.requests(Place.SPAIN)).isZero();
        assertThat(believes(trusted)).isFalse();
    }

    @Test
    void whatRanOutCountsNoMore() throws Exception {
        trusted().update(true, Proxies.none());
        TrustedLists later = at(InstantSource.fixed(Instant.now().plus(Duration.ofDays(100))));
        assertThat(codes(later.status())).containsExactly("LIST-STALE", "LIST-STALE", "LIST-STALE");
        assertThat(later.status().lists()).noneMatch(ListStatus::used);
        assertThat(believes(later)).isFalse();
    }

    @Test
    void aNewerNoticeIsToldAndTheListTakenWhereItsSignerIsKnown() throws Exception {
        lists.fail(Place.LOTL, Fault.NEWER_NOTICE);
        TrustStatus status = trusted().update(true, Proxies.none());
        assertThat(status.problems()).containsExactly(new ListNoticeNewer(TestLists.NEWER_NOTICE, TestLists.NOTICE));
        assertThat(of("EU", status).used()).isTrue();
    }

    @Test
    void aPivotLeadsFromTheSignersOfTheNoticeToTheNewOnes() throws Exception {
        lists.changeSigners();
        TrustedLists trusted = trusted();
        assertThat(codes(trusted.update(true, Proxies.none()))).isEmpty();
        assertThat(believes(trusted)).isTrue();
        lists.close();
        assertThat(believes(trusted())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WRONG_SIGNER,LIST-SIGNATURE-WRONG", "CHANGED,LIST-SIGNATURE-WRONG", "DOWN,LIST-UNREACHABLE"})
    void withoutItsPivotTheNewSignerIsNobody(Fault fault, String code) throws Exception {
        lists.changeSigners();
        lists.fail(Place.PIVOT, fault);
        assertThat(codes(trusted().update(true, Proxies.none()))).containsExactly("LIST-NONE", code);
    }

    @Test
    void aPivotThatDoesNotAnswerIsNamedByItsAddress() throws Exception {
        lists.changeSigners();
        trusted().update(true, Proxies.none());
        lists.fail(Place.PIVOT, Fault.DOWN);
        TrustStatus status = trusted().update(true, Proxies.none());
        assertThat(status.problems()).containsExactly(new ListUnreachable(lists.address(Place.PIVOT)));
        assertThat(status.lists()).allMatch(ListStatus::used);
    }

    @ParameterizedTest
    @CsvSource({"TWICE", "NO_LOCATION"})
    void aListOfListsThatTheEngineChokesOnIsNotKept(Fault fault) throws Exception {
        lists.fail(Place.LOTL, fault);
        TrustedLists trusted = trusted();
        assertThat(codes(trusted.update(true, Proxies.none()))).containsExactly("LIST-NONE", "LIST-BROKEN");
        assertThat(believes(trusted)).isFalse();
        lists.fail(Place.LOTL, Fault.NONE);
        assertThat(codes(trusted.update(true, Proxies.none()))).isEmpty();
        lists.fail(Place.LOTL, fault);
        assertThat(codes(trusted.update(true, Proxies.none()))).containsExactly("LIST-BROKEN");
        assertThat(believes(trusted())).isTrue();
    }

    @Test
    void aCountryWhoseAddressIsNoneIsRefusedAndTheOthersTaken() throws Exception {
        lists.fail(Place.LOTL, Fault.NO_ADDRESS);
        TrustedLists trusted = trusted();
        assertThat(codes(trusted.update(true, Proxies.none())))
                .containsExactly("LIST-ADDRESS-REFUSED", "LIST-ADDRESS-REFUSED");
        assertThat(codes(trusted().status())).containsExactly("LIST-ADDRESS-REFUSED", "LIST-ADDRESS-REFUSED");
        assertThat(believes(trusted())).isTrue();
    }

    private void edit(Place place, UnaryOperator<String> change) throws Exception {
        Path file =
                new KeptLists(home.resolve("lists")).file(lists.address(place).toString());
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    @ParameterizedTest
    @CsvSource({"LOTL", "SPAIN"})
    void aKeptListWithAnotherNumberIsToldAndStopsNoUpdate(Place place) throws Exception {
        trusted().update(true, Proxies.none());
        edit(place, text -> text.replace(">7</TSLSequenceNumber>", ">9999</TSLSequenceNumber>"));
        assertThat(codes(trusted().status())).containsExactly("LIST-DAMAGED");
        assertThat(believes(trusted())).isFalse();
        assertThat(codes(trusted().update(true, Proxies.none()))).isEmpty();
        assertThat(believes(trusted())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LOTL", "SPAIN"})
    void aKeptListWithAnotherSignatureIsTold(Place place) throws Exception {
        trusted().update(true, Proxies.none());
        edit(place, text -> text.replaceFirst("<ds:SignatureValue([^>]*)>....", "<ds:SignatureValue$1>AAAA"));
        assertThat(codes(trusted().status())).containsExactly("LIST-DAMAGED");
        assertThat(believes(trusted())).isFalse();
    }

    @Test
    void onTheWordOfAChangedListOfListsNobodyIsAsked() throws Exception {
        TrustedLists trusted = trusted();
        trusted.update(true, Proxies.none());
        int before = lists.requests(Place.SPAIN);
        edit(Place.LOTL, text -> text.replace(">7</TSLSequenceNumber>", ">8</TSLSequenceNumber>"));
        lists.fail(Place.LOTL, Fault.DOWN);
        assertThat(codes(trusted.update(true, Proxies.none()))).containsExactly("LIST-DAMAGED", "LIST-UNREACHABLE");
        assertThat(lists.requests(Place.SPAIN)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"SPAIN,LIST-DAMAGED", "LOTL,LIST-NONE LIST-DAMAGED"})
    void aKeptListThatIsCutOffIsToldAndFetchedAgain(Place place, String codes) throws Exception {
        trusted().update(true, Proxies.none());
        edit(place, text -> text.substring(0, text.length() / 2));
        assertThat(codes(trusted().status())).containsExactly(codes.split(" "));
        assertThat(believes(trusted())).isFalse();
        assertThat(codes(trusted().update(true, Proxies.none()))).isEmpty();
    }

    @Test
    void aKeptListOfListsThatTheEngineChokesOnIsToldAndFetchedAgain() throws Exception {
        trusted().update(true, Proxies.none());
        edit(Place.LOTL, _ -> new String(lists.content(Place.LOTL, Fault.TWICE), StandardCharsets.UTF_8));
        assertThat(codes(trusted().status())).containsExactly("LIST-NONE", "LIST-DAMAGED");
        assertThat(believes(trusted())).isFalse();
        assertThat(codes(trusted().update(true, Proxies.none()))).isEmpty();
        assertThat(believes(trusted())).isTrue();
    }

    @Test
    void aKeptListWithADocumentTypeNeverReachesTheEngine() throws Exception {
        trusted().update(true, Proxies.none());
        edit(Place.SPAIN, text -> text.replaceFirst("<Trust", "<!DOCTYPE x><Trust"));
        assertThat(codes(trusted().status())).containsExactly("LIST-DAMAGED");
    }

    @Test
    void thePrivateNetworkIsAskedOnlyWhereAllowed() throws Exception {
        TrustStatus status = trusted().update(false, Proxies.none());
        assertThat(codes(status)).containsExactly("LIST-NONE", "LIST-ADDRESS-REFUSED");
        assertThat(lists.requests(Place.LOTL)).isZero();
    }

    @Test
    void servicesThatSignOtherThingsVouchForNoDocument() throws Exception {
        TestPki delivery = TestPki.create("CN=Lliurament,O=Proves,C=ES");
        lists.delivery(delivery.certificate());
        TrustedLists trusted = trusted();
        trusted.update(true, Proxies.none());
        assertThat(trusted.source().orElseThrow().isTrusted(new CertificateToken(delivery.certificate())))
                .isFalse();
    }

    @Test
    void itIsTimeAgainADayAfterTheLastAttempt() throws Exception {
        assertThat(trusted().isDue()).isTrue();
        trusted().update(true, Proxies.none());
        assertThat(trusted().isDue()).isFalse();
        assertThat(at(InstantSource.fixed(Instant.now().plus(Duration.ofHours(25))))
                        .isDue())
                .isTrue();
        // The clock was wrong then.
        assertThat(at(InstantSource.fixed(Instant.now().minus(Duration.ofDays(300))))
                        .isDue())
                .isTrue();
    }
}
