// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.pcsc.Atr;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Most cards of public employees have no ATR that anybody published: what a driver shows tells which they are. */
class CardContentTest {

    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final TestPki PKI = TestPki.create();
    private static final String TCAT = "1.3.6.1.4.1.15096.1.3.2.7.1.1";
    private static final String TODAY = "2026-05-01T00:00:00Z";
    private static final Atr ESTONIAN = new Atr("3BDB960080B1FE451F830012233F536549440F9000F1");
    private static final Atr BELGIAN = new Atr("3B9813400AA503010101AD1311");
    private static final Atr PORTUGUESE = new Atr("3B7D95000080318065B08311C0A983009000");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                TCAT + ", 2023-04-13T00:00:00Z, PIV_II, opensc, tcat",
                TCAT + ", 2023-04-13T00:00:00Z, PIV_II, -, tcat",
                TCAT + ", 2023-04-12T23:59:59Z, PIV_II, safesign, tcat-safesign",
                "1.3.6.1.4.1.15096.1.3.2.4.1.1, " + TODAY + ", Card, bit4id, tcat",
                "1.3.6.1.4.1.15096.1.3.2.7.3.1, " + TODAY + ", Card, bit4id, -",
                "1.3.6.1.4.1.8149.3.1, " + TODAY + ", BIT4ID JCOP4, -, accv-bit4id",
                "1.3.6.1.4.1.8149.3.1, " + TODAY + ", Card, bit4id, accv-bit4id",
                "1.3.6.1.4.1.8149.3.1, " + TODAY + ", Card, safesign, accv-safesign",
                "1.3.6.1.4.1.8149.3.1, " + TODAY + ", Card, cardos, accv-safesign",
                "1.3.6.1.4.1.8149.3.1, " + TODAY + ", Card, opensc, -",
                TCAT + ", " + TODAY + ", BIT4ID JCOP4, bit4id, tcat",
                "1.3.6.1.4.1.5734.3.10.1, " + TODAY + ", Card, fnmt, fnmt-ceres",
                "1.3.6.1.4.1.5734.3.10.1, " + TODAY + ", Card, tif, tif",
                "1.3.6.1.4.1.5734.3.10.1, " + TODAY + ", Card, opensc, -",
                "2.16.724.1.2.2.2.3, " + TODAY + ", DNI electronico, opensc, dnie",
                "1.3.6.1.4.1.14777.1, " + TODAY + ", Card, bit4id, izenpe",
                "1.3.6.1.4.1.17326.1, " + TODAY + ", Card, safesign, camerfirma",
                "2.16.724.1.3.5.7.1, " + TODAY + ", T-CAT, bit4id, -"
            })
    void policiesAndTheirAgeTellTheCardAndWhereTheyDoNotItsNameOrItsSoftware(
            String policy, Instant from, String label, String driver, String card) {
        CardContent content = content(policy, from, label, Optional.ofNullable(driver));
        assertThat(CATALOGUE.recognise(content))
                .extracting(CardModel::id)
                .isEqualTo(Optional.ofNullable(card).stream().toList());
    }

    /** What a page says of how a card is known is what the code does. */
    @Test
    void whatIsSaidToBeKnownByItsContentIs() {
        for (CardModel card : CATALOGUE.cards()) {
            boolean said = card.note()
                    .filter(note -> note.in(Language.EN).contains("recognised by what is on it"))
                    .isPresent();
            assertThat(!said || card.content().isPresent()).as(card.id()).isTrue();
        }
    }

    /** The software of the cards of today doesn't open those from before. */
    @Test
    void theRouteIsThatOfTheGeneration() {
        assertThat(unblocking(content(TCAT, Instant.parse("2023-04-12T00:00:00Z"), "Card", Optional.empty())))
                .contains("SafeSign", "new T-CAT")
                .doesNotContain("PKIManager");
        assertThat(unblocking(content(TCAT, Instant.parse("2023-04-13T00:00:00Z"), "Card", Optional.empty())))
                .contains("PKIManager");
    }

    /** Their certificates have policies, of which none is known here. */
    @Test
    void whereNoPolicyTellsTheIssuerTheAnswerOfTheCardDoes() {
        CardContent unknown = content("1.3.6.1.4.1.99999.1", Instant.parse(TODAY), "Card", Optional.of("opensc"));
        assertThat(CATALOGUE.issuer(unknown, Optional.of(ESTONIAN)).id()).isEqualTo("ee");
        assertThat(CATALOGUE.issuer(unknown, Optional.of(BELGIAN)).id()).isEqualTo("be");
        assertThat(CATALOGUE.issuer(unknown, Optional.of(PORTUGUESE)).id()).isEqualTo("pt");
        assertThat(CATALOGUE.issuer(unknown, Optional.empty()).id()).isEqualTo("other");
        CardContent known = content("1.3.6.1.4.1.47281.1.3.1", Instant.parse(TODAY), "Card", Optional.empty());
        assertThat(CATALOGUE.issuer(known, Optional.of(ESTONIAN)).id()).isEqualTo("esfirma");
    }

    /** A citizen's certificate on an employee's kind of card is renewed as citizens' are. */
    @Test
    void renewalGoesByTheCertificateAndNotByTheCard() {
        CardContent citizen = content("1.3.6.1.4.1.5734.3.10.1", Instant.parse(TODAY), "Card", Optional.of("fnmt"));
        assertThat(CATALOGUE.issuer(citizen, Optional.empty()).id()).isEqualTo("fnmt");
        assertThat(CATALOGUE.ofCertificates(citizen, Optional.empty()).id()).isEqualTo("fnmt-citizen");
    }

    private static String unblocking(CardContent content) {
        return CATALOGUE.issuer(content, Optional.empty()).routes().unblock().in(Language.EN);
    }

    private static CardContent content(String policy, Instant from, String label, Optional<String> driver) {
        X509Certificate certificate = PKI.issue(PKI.request("CN=Maria Prova,C=ES", KeyKind.P256)
                        .policies(policy)
                        .validity(from, Instant.parse("2030-01-01T00:00:00Z")))
                .certificate();
        return new CardContent(List.of(certificate), label, driver);
    }
}
