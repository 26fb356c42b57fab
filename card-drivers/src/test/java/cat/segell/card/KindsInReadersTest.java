// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.wire.SeenToken;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class KindsInReadersTest {

    private static final TestPki PKI = TestPki.create();

    private static final String READER = "Reader 00 00";

    /** Of the catalogue: confirmed, not confirmed, and nothing of the kind said. */
    private static final String ESTONIAN = "3BDB960080B1FE451F830012233F536549440F9000F1";

    private static final String BELGIAN = "3B9813400AA503010101AD1311";
    private static final String IDPRIME = "3B7F96000080318065B0855956FB120FFE829000";

    @Test
    void aKindThatIsKnownToWantThePinForEachSignatureSaysSo() {
        assertThat(wants(ESTONIAN, signer())).isTrue();
    }

    @Test
    void whatIsNotConfirmedIsNotSaid() {
        assertThat(wants(BELGIAN, signer())).isFalse();
        assertThat(wants(IDPRIME, signer())).isFalse();
        assertThat(wants("3B00", signer())).as("a card that nobody knows").isFalse();
    }

    /** The key for logging in has its PIN once. */
    @Test
    void itSaysNothingOfOtherKeys() {
        X509Certificate other = PKI.issue(
                        PKI.request(TestPki.EMPLOYEE, KeyKind.P256).keyUsage(KeyUsage.digitalSignature))
                .certificate();
        assertThat(wants(ESTONIAN, other)).isFalse();
    }

    @Test
    void itSaysNothingOfTokensInNoReader() {
        KindsInReaders kinds = kinds(ESTONIAN);
        assertThat(kinds.wantsPinEachTime(credential(signer(), new TokenPlace.Slot("Reader 01 00"))))
                .isFalse();
        assertThat(kinds.wantsPinEachTime(credential(signer(), new TokenPlace.Elsewhere())))
                .isFalse();
    }

    /** No card's PUK is confirmed to be it yet: a signed edition of the catalogue may say so. */
    @Test
    void onlyOfTokensOfSoftwareIsThePukKnownToBeTheOfficers() {
        assertThat(kinds(ESTONIAN).pukIsOfficers(token("SoftHSM project", "SoftHSM slot ID 0x1")))
                .isTrue();
        assertThat(kinds(ESTONIAN).pukIsOfficers(token("Vendor", "Some slot"))).isFalse();
        assertThat(kinds(ESTONIAN).pukIsOfficers(token("SoftHSM project", READER)))
                .as("a card that calls itself so")
                .isFalse();
    }

    private static Pkcs11Token token(String maker, String slot) {
        return new Pkcs11Token(
                new ModuleFile(Path.of("/usr/lib/driver.so"), Path.of("/usr/lib/driver.so")),
                new SeenToken("Card", maker, "model", "1", new SeenToken.State(0x40C, 4, 8), false, slot, List.of()));
    }

    private static boolean wants(String atr, X509Certificate certificate) {
        return kinds(atr).wantsPinEachTime(credential(certificate, new TokenPlace.Slot(READER)));
    }

    private static KindsInReaders kinds(String atr) {
        Reader reader = new Reader(READER, ReaderState.CARD, Optional.of(new Atr(atr)), 1);
        return new KindsInReaders(() -> new ReadersSnapshot(List.of(reader), Optional.empty()), Catalogue::bundled);
    }

    private static X509Certificate signer() {
        return PKI.signer(KeyKind.P256).certificate();
    }

    private static Credential credential(X509Certificate certificate, TokenPlace place) {
        Token token = new Token("Card", "1", PinState.READY, PinTries.ENOUGH).in(place);
        return new Credential(CredentialId.of(certificate, "1", "01"), "key", certificate, List.of(), token, false);
    }
}
