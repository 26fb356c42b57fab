// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.pcsc.Atr;
import cat.segell.text.Language;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.bundled();

    /** ATRs as cards send them: from the same sources, with the free bytes filled in. */
    @ParameterizedTest
    @CsvSource({
        "3B 7F 38 00 00 00 6A 44 4E 49 65 20 02 4C 34 01 13 03 90 00, dnie",
        "3B 7F 96 00 00 00 6A 44 4E 49 65 10 01 01 55 04 21 03 90 00, dnie",
        "3B 7F 38 00 00 00 6A 44 4E 49 65 20 02 4C 34 01 13 0F 65 81, dnie-closed",
        "3B 7F 96 00 00 80 31 80 65 B0 84 41 3D F6 12 0F FE 82 90 00, idprime-3810",
        "3B 7F 96 00 00 80 31 80 65 B0 84 56 51 10 12 0F FE 82 90 00, idprime-830",
        "3B 7F 96 00 00 80 31 80 65 B0 84 61 60 FB 12 0F FD 82 90 00, idprime-930",
        "3B 7F 96 00 00 80 31 80 65 B0 85 03 00 EF 12 0F FE 82 90 00, idprime-840",
        "3B 7F 96 00 00 80 31 80 65 B0 85 59 56 FB 12 0F FE 82 90 00, idprime-940",
        "3B 7F 96 00 00 80 31 80 65 B0 85 05 00 39 12 0F FE 82 90 00, idprime-940c",
        "3B FF 96 00 00 81 31 80 43 80 31 80 65 B0 84 65 66 FB 12 01 78 82 90 00 85, etoken-5110-fips",
        "3B FF 96 00 00 81 31 FE 43 80 31 80 65 B0 85 59 56 FB 12 0F FE 82 90 00 00, etoken-5110-cc",
        "3B DB 96 00 80 B1 FE 45 1F 83 00 12 23 3F 53 65 49 44 0F 90 00 F1, ee-2018",
        "3B DC 96 00 80 B1 FE 45 1F 83 00 12 42 8F 54 65 49 44 32 0F 90 00 12, lv-2018",
        "3B 7F 96 00 00 80 31 B8 65 B0 85 05 10 24 12 24 60 82 90 00, fi",
        "3B 98 13 40 0A A5 03 01 01 01 AD 13 11, be",
        "3B 98 95 40 0A A5 03 01 01 01 AD 13 14, be",
        "3B 7F 96 00 00 80 31 80 65 B0 85 04 01 20 12 0F FF 82 90 00, be-18",
        "3B 7D 95 00 00 80 31 80 65 B0 83 11 00 C8 83 00 90 00, pt",
        "3B 8B 80 01 00 31 C1 64 08 06 92 0F 00 90 00 52, it-cns",
        "3B 9D 18 81 31 FC 35 80 31 C0 69 4D 54 43 4F 53 73 02 06 05 D0, lt",
        "3B FF 13 00 00 81 31 FE 45 00 31 B9 64 04 44 EC C1 73 94 01 80 82 90 00 12, hr",
        "3B 7E 94 00 00 80 25 D2 03 10 01 00 56 00 00 00 02 02 00, cz",
        "3B F2 18 00 02 C1 0A 31 FE 58 C8 08 74, cardos-42",
    })
    void recognisesCards(String atr, String card) {
        assertThat(recognised(atr)).containsExactly(card);
    }

    @Test
    void saysBothWhereTheAtrTellsTwoCardsNotApart() {
        assertThat(recognised("3B D2 18 00 81 31 FE 58 C9 04 11"))
                .containsExactlyInAnyOrder("cardos-54", "de-dtrust-4");
    }

    @Test
    void saysNothingOfAnAtrThatNobodyKnows() {
        assertThat(recognised("3B 02 14 50")).isEmpty();
        assertThat(CATALOGUE.cardsWithoutAtr()).extracting(CardModel::id).contains("tcat", "izenpe", "fnmt-ceres");
    }

    private static List<String> recognised(String atr) {
        return CATALOGUE.recognise(Atr.parse(atr).orElseThrow()).stream()
                .map(CardModel::id)
                .toList();
    }

    /** Whatever stands in the free bits: no row is shadowed by another one but by one that says more. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0xFF, 0x5A})
    void everyRowIsRecognisedAsItsCard(int free) {
        for (CardModel card : CATALOGUE.cards()) {
            for (AtrPattern pattern : card.atrs()) {
                Atr atr = filled(pattern, free);
                assertThat(pattern.matches(atr)).isTrue();
                assertThat(CATALOGUE.recognise(atr))
                        .as("%s of %s", atr.text(), card.id())
                        .isNotEmpty()
                        .allMatch(each -> each.equals(card) || bits(each, atr) >= pattern.bits());
                if (!shadowed(pattern, atr)) {
                    assertThat(CATALOGUE.recognise(atr)).as("%s", atr.text()).contains(card);
                }
            }
        }
    }

    private static Atr filled(AtrPattern pattern, int free) {
        byte[] bytes = pattern.value().bytes();
        byte[] mask = pattern.mask().bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] |= (byte) (free & ~mask[i]);
        }
        return Atr.parse(HexFormat.of().formatHex(bytes)).orElseThrow();
    }

    /** By a row that says more. */
    private static boolean shadowed(AtrPattern pattern, Atr atr) {
        return CATALOGUE.cards().stream().anyMatch(card -> bits(card, atr) > pattern.bits());
    }

    /** How much the card's best fitting row says. */
    private static int bits(CardModel card, Atr atr) {
        return card.atrs().stream()
                .filter(each -> each.matches(atr))
                .mapToInt(AtrPattern::bits)
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.4.1.15096.1.3.2.7.1.1, aoc",
        "1.3.6.1.4.1.15096.1.3.2.7.3.1, aoc-software",
        "1.3.6.1.4.1.15096.1.3.2.86.2, idcat",
        "2.16.724.1.2.2.2.3, dnie",
        "1.3.6.1.4.1.5734.3.3.4.4.1, fnmt",
        "1.3.6.1.4.1.5734.3.10.1, fnmt-citizen",
        "1.3.6.1.4.1.8149.3.16, accv",
        "1.3.6.1.4.1.47281.1.3.1, esfirma",
        "1.3.6.1.4.1.150960.1, other",
        "0.4.0.194112.1.2, other",
    })
    void findsTheIssuersRoutesByPolicy(String policy, String issuer) {
        assertThat(CATALOGUE.issuer(List.of("2.16.724.1.3.5.7.1", policy)).id()).isEqualTo(issuer);
    }

    @Test
    void aCardTellsItsIssuersRoutesOrTheUsualOnes() {
        assertThat(CATALOGUE.issuer(CATALOGUE.card("tcat").orElseThrow()).id()).isEqualTo("aoc");
        assertThat(CATALOGUE.issuer(CATALOGUE.card("idprime-940").orElseThrow()).id())
                .isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCardCanBeExplained(Language language) {
        for (CardModel card : CATALOGUE.cards()) {
            assertThat(card.name().in(language)).isNotBlank();
            boolean served = CATALOGUE.middleware(card).stream()
                    .anyMatch(each -> !each.install().isEmpty());
            assertThat(card.closed()).as(card.id()).isEqualTo(card.middleware().isEmpty());
            assertThat(served || card.note().isPresent()).as(card.id()).isTrue();
        }
        texts(language)
                .forEach(text -> assertThat(text).doesNotContain("{", "}", "!").doesNotContain("  "));
    }

    private static Stream<String> texts(Language language) {
        return Stream.of(
                        CATALOGUE.cards().stream()
                                .flatMap(card -> Stream.concat(Stream.of(card.name()), card.note().stream())),
                        CATALOGUE.middleware().stream()
                                .flatMap(
                                        each -> each.install().values().stream().map(Install::steps)),
                        CATALOGUE.issuers().stream()
                                .map(Issuer::routes)
                                .flatMap(each -> Stream.of(
                                                each.unblock(), each.pukLocked(), each.changePin(), each.renew())
                                        .map(Route::steps)))
                .flatMap(words -> words)
                .map(words -> words.in(language));
    }

    @Test
    void whoIsSentToAPageOrToPackagesIsToldWhich() {
        List<String> all = CATALOGUE.middleware().stream()
                .flatMap(each -> each.install().values().stream())
                .map(install -> install.in(Language.EN))
                .toList();
        assertThat(all)
                .filteredOn(words -> words.startsWith("Download"))
                .hasSizeGreaterThan(5)
                .allMatch(words -> words.contains("https://"));
        assertThat(all)
                .filteredOn(words -> words.startsWith("Install the packages"))
                .hasSize(3)
                .allMatch(words -> words.contains(": sudo apt install "));
    }

    @Test
    void whatIsNotConfirmedSaysSoWhereverItIsShown() {
        assertThat(CATALOGUE.issuer("fnmt").orElseThrow().routes().unblock().in(Language.CA))
                .contains(" (No coneixem cap font pública que ho confirmi.) ");
        assertThat(CATALOGUE.issuer("dnie").orElseThrow().routes().unblock().in(Language.CA))
                .doesNotContain("No coneixem");
        assertThat(CATALOGUE.cards())
                .allSatisfy(card -> assertThat(card.name().in(Language.EN).contains("(not confirmed)"))
                        .as(card.id())
                        .isNotEqualTo(card.evidence().confirmed()));
    }

    /** The date in the issuer's own words is the day from which the new cards were handed out. */
    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.4.1.15096.1.3.2.7.1.1, 2023-04-12T23:59:59Z, true",
        "1.3.6.1.4.1.15096.1.3.2.7.1.2, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.7.1.1, 2023-04-13T00:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.4.1.1, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.4.1.2, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.8.1.1, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.82.1, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.82.2, 2021-05-03T08:00:00Z, true",
        "1.3.6.1.4.1.15096.1.3.2.7.3.1, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.4.2, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.86.1, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.86.2, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.86.3, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.6.2, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.91.1, 2021-05-03T08:00:00Z, false",
        "1.3.6.1.4.1.15096.1.3.2.7.10.1, 2021-05-03T08:00:00Z, false",
        "2.16.724.1.3.5.7.1, 2021-05-03T08:00:00Z, false"
    })
    void certificatesOnCardsThatWereWithdrawnAreKnownByTheirPolicyAndAge(String policy, Instant from, boolean known) {
        Optional<CardModel> card = CATALOGUE.withdrawn(List.of("0.4.0.194112.1.2", policy), from);
        assertThat(card.map(CardModel::id)).isEqualTo(known ? Optional.of("tcat-safesign") : Optional.empty());
        card.ifPresent(each -> assertThat(each.note()).isPresent());
    }

    /** Where there is a module there is a way to get it, and the other way round. */
    @Test
    void everySystemWithAModuleSaysHowToInstallIt() {
        for (Middleware each : CATALOGUE.middleware()) {
            for (OperatingSystem system : OperatingSystem.values()) {
                boolean test = each.id().equals("softhsm");
                assertThat(test
                                || each.modules(system).isEmpty()
                                        == each.install(system).isEmpty())
                        .as("%s on %s", each.id(), system)
                        .isTrue();
            }
        }
    }
}
