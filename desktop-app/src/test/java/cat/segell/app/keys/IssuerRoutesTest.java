// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an issuer says, for the card that a key is on. */
class IssuerRoutesTest {

    private static final TestPki PKI = TestPki.create();
    private static final String READER = "Reader 00 00";
    private static final String TCAT = "1.3.6.1.4.1.15096.1.3.2.7.1.1";
    private static final String NOBODYS = "1.3.6.1.4.1.99999.1";
    private static final Atr ESTONIAN = new Atr("3BDB960080B1FE451F830012233F536549440F9000F1");

    /** Its certificates have policies, and none of them is known here. */
    @Test
    void theCardInTheReaderTellsWhereTheCertificateDoesNot() {
        Credential key = key(NOBODYS, Instant.now(), new TokenPlace.Slot(READER));
        assertThat(routes(Optional.of(ESTONIAN)).unblocking(key).in(Language.EN))
                .contains("DigiDoc4");
        assertThat(routes(Optional.of(ESTONIAN)).changingPin(key).in(Language.EN))
                .contains("PIN2");
        assertThat(routes(Optional.empty()).unblocking(key).in(Language.EN)).doesNotContain("DigiDoc4");
    }

    /** What lies in no reader isn't the card that is in one. */
    @Test
    void aKeyElsewhereHasNothingToDoWithTheCardInTheReader() {
        Credential key = key(NOBODYS, Instant.now(), new TokenPlace.Elsewhere());
        assertThat(routes(Optional.of(ESTONIAN)).unblocking(key).in(Language.EN))
                .doesNotContain("DigiDoc4");
    }

    @Test
    void pinsGoByTheGenerationOfTheCardAndRenewalByTheCertificate() {
        Credential old = key(TCAT, Instant.parse("2022-05-01T00:00:00Z"), new TokenPlace.Slot(READER));
        assertThat(routes(Optional.of(ESTONIAN)).pin(old, Language.EN).whereLocked())
                .singleElement()
                .asString()
                .contains("SafeSign")
                .doesNotContain("PKIManager");
        assertThat(routes(Optional.of(ESTONIAN)).renewal(old, Language.EN)).contains("EACAT");
    }

    private static IssuerRoutes routes(Optional<Atr> atr) {
        ReadersSnapshot readers =
                new ReadersSnapshot(List.of(new Reader(READER, ReaderState.CARD, atr, 1)), Optional.empty());
        return new IssuerRoutes(Catalogue.bundled(), () -> readers);
    }

    private static Credential key(String policy, Instant from, TokenPlace place) {
        X509Certificate certificate = PKI.issue(PKI.request("CN=Maria Prova,C=ES", KeyKind.P256)
                        .policies(policy)
                        .validity(from, Instant.parse("2030-01-01T00:00:00Z")))
                .certificate();
        return new Credential(
                CredentialId.of(certificate, "1", "01"),
                "key",
                certificate,
                List.of(),
                new Token("Card", "1", PinState.READY, PinTries.ENOUGH).in(place),
                false);
    }
}
