// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.CertificatePrefix;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ReaderProblem.ReaderNone;
import cat.segell.text.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class KeyChoiceTest {

    private static final TestPki PKI = TestPki.create();
    private final Instant now = Instant.now();

    @Test
    void takesTheOnlyOneThatIsFit() throws Exception {
        Credential fit = on("T-CAT", request());
        assertThat(chosen(on("T-CAT", login()), fit, on("T-CAT", request().expired())))
                .isEqualTo(fit);
    }

    @Test
    void twoThatAreFitAreThePersonsToChoose() {
        assertThatThrownBy(() -> chosen(on("T-CAT", request()), on("USB", request())))
                .hasMessage("KEY-AMBIGUOUS");
    }

    @Test
    void takesTheRenewedOneOfTwo() throws Exception {
        Credential old =
                on("T-CAT", request().validity(now.minus(Duration.ofDays(1000)), now.plus(Duration.ofDays(20))));
        Credential renewed =
                on("T-CAT", request().validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1000))));
        assertThat(chosen(old, renewed)).isEqualTo(renewed);
        assertThat(named(old, old, renewed))
                .as("whoever names the old one gets it")
                .isEqualTo(old);
    }

    @Test
    void oneThatDoesNotSayWhatItIsForIsTakenOnlyByName() throws Exception {
        Credential unstated = on("T-CAT", request().keyUsage(KeyUsage.digitalSignature));
        assertThatThrownBy(() -> chosen(unstated)).hasMessage("CERT-USE-UNSTATED");
        assertThat(named(unstated, unstated)).isEqualTo(unstated);
    }

    /** A token named as a whole names none of its certificates. */
    @Test
    void besideItsTwinItIsNotTakenFromANamedToken() throws Exception {
        Credential login = on("T-CAT", request().keyUsage(KeyUsage.digitalSignature));
        Credential signature = on("T-CAT", request());
        Credential chosen = new KeyChoice(source(login, signature), Clock.systemUTC(), () -> all(login, signature))
                .choose(Optional.of(KeyReference.parse("pkcs11:token=T-CAT")), nobody(), false);
        assertThat(chosen).isEqualTo(signature);
    }

    @Test
    void loginCertificateIsRefusedByNameToo() {
        Credential login = on("T-CAT", login());
        assertThatThrownBy(() -> named(login, login)).hasMessage("CERT-NOT-FOR-SIGNING");
    }

    private static CertificateRequest request() {
        return PKI.request(TestPki.EMPLOYEE, KeyKind.P256);
    }

    private static CertificateRequest login() {
        return request().keyUsage(KeyUsage.digitalSignature).extendedKeyUsage(false, KeyPurposeId.id_kp_clientAuth);
    }

    private static Credential on(String token, CertificateRequest request) {
        var certificate = PKI.issue(request).certificate();
        CredentialId id = CredentialId.of(certificate, token, "01");
        return new Credential(
                id,
                id.certificateSha256(),
                certificate,
                List.of(),
                new Token(token, token, PinState.READY, PinTries.ENOUGH),
                false);
    }

    private static Credential chosen(Credential... all) throws ProblemException {
        return new KeyChoice(source(all), Clock.systemUTC(), () -> all(all)).choose(Optional.empty(), nobody(), false);
    }

    private static Credential named(Credential wanted, Credential... all) throws ProblemException {
        return new KeyChoice(source(all), Clock.systemUTC(), () -> all(all))
                .choose(Optional.of(KeyReference.parse(wanted.key())), nobody(), false);
    }

    @Test
    void saysWhatIsMissingWhereThereIsNone() {
        assertThatThrownBy(() -> chosen())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        none -> assertThat(none.problem()).isEqualTo(new KeyNone(new ReaderNone())));
    }

    private static KeysAtHand all(Credential... all) {
        CardsAtHand nothing = new CardsAtHand(new ReadersSnapshot(List.of(), Optional.empty()), List.of());
        return new KeysAtHand(source(all).list(), nothing, List.of(), Catalogue.bundled(), Language.EN);
    }

    private static PinEntry nobody() {
        return _ -> {
            throw new AssertionError("certificates are public");
        };
    }

    private static CredentialSource source(Credential... all) {
        return new CredentialSource() {
            @Override
            public boolean serves(KeyReference reference) {
                return true;
            }

            @Override
            public Listing list() {
                return new Listing(List.of(all), List.of(), List.of());
            }

            @Override
            public List<Credential> find(KeyReference reference, PinEntry entry) {
                return reference instanceof CertificatePrefix(String hex)
                        ? list().credentials().stream()
                                .filter(each -> each.key().startsWith(hex))
                                .toList()
                        : list().credentials();
            }

            @Override
            public OpenCredential open(Credential credential, PinEntry entry) {
                throw new AssertionError("choosing opens nothing");
            }
        };
    }
}
