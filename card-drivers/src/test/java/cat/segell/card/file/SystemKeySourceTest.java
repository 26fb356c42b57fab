// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.file.SystemStore.Form;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.reference.KeyReference;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.KeyProblem.SystemStoreFailed;
import cat.segell.problem.ProblemException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.ProviderException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be tried without Windows and macOS: everything but their own providers. */
class SystemKeySourceTest {

    private static final TestPki PKI = TestPki.create();

    private final IssuedKey rsa = PKI.signer(KeyKind.RSA_2048);
    private final IssuedKey curve = PKI.signer(KeyKind.P256);
    private KeyStore store =
            PlayedStore.of(List.of(rsa, curve), PKI.signer(KeyKind.P384).certificate());
    private final SystemKeySource source = new SystemKeySource(new SystemStore("macOS", Form.MACOS, () -> store));

    @Test
    void linuxHasNoSuchStore() {
        assertThat(SystemStore.ofThisSystem()).isEmpty();
    }

    @Test
    void listsWhatHasItsKeyAndSaysWhatHasNone() {
        Listing listing = source.list();
        assertThat(listing.credentials())
                .extracting(Credential::key)
                .containsExactlyInAnyOrder("os:" + rsa.sha256(), "os:" + curve.sha256());
        assertThat(listing.credentials())
                .allMatch(each -> each.token().pin() == PinState.NOT_NEEDED && !each.practice());
        assertThat(listing.hidden())
                .singleElement()
                .satisfies(hidden -> assertThat(hidden.why()).isInstanceOf(CertWithoutKey.class));
        assertThat(listing.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "P256"})
    void signsWithTheKeyOfTheCertificate(KeyKind kind) throws Exception {
        IssuedKey wanted = kind == KeyKind.P256 ? curve : rsa;
        Credential found = find("os:" + wanted.sha256().substring(0, 12));
        assertThat(found.certificate()).isEqualTo(wanted.certificate());
        assertThat(found.issuers()).containsExactly(PKI.certificate());
        try (OpenCredential open = source.open(found, Person.absent())) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(Problems.of(() -> find("os:" + "0".repeat(64)))).isInstanceOf(KeyNotFound.class);
    }

    @Test
    void certificateWithoutItsKeySaysSo() {
        IssuedKey lonely = PKI.signer(KeyKind.P384);
        store = PlayedStore.of(List.of(), lonely.certificate());
        assertThat(Problems.of(() -> find("os:" + lonely.sha256()))).isInstanceOf(CertWithoutKey.class);
    }

    /** A card that was in the store and is not in the reader any more. */
    @Test
    void refusesWhatWasTakenAwayMeanwhile() throws Exception {
        Credential shown = find("os:" + rsa.sha256());
        store = PlayedStore.of(List.of(curve));
        assertThat(Problems.of(() -> source.open(shown, Person.absent()))).isInstanceOf(KeyNotFound.class);
    }

    @Test
    void storeThatFailsIsAProblemAndTheListGoesOn() {
        for (Exception failure : List.of(new KeyStoreException("x"), new ProviderException("x"))) {
            SystemKeySource failing = new SystemKeySource(new SystemStore("Windows", Form.WINDOWS, () -> {
                switch (failure) {
                    case KeyStoreException e -> throw e;
                    default -> throw (ProviderException) failure;
                }
            }));
            assertThat(failing.list().problems()).containsExactly(new SystemStoreFailed("Windows"));
        }
    }

    @Test
    void windowsSignsByReference() throws Exception {
        try (OpenCredential open = windows(rsa)) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                assertThat(Signatures.fits(open, digest, false)).isTrue();
            }
            assertThat(Problems.of(() -> Signatures.fits(open, DigestAlgorithm.SHA256, true)))
                    .isInstanceOf(KeyUnsupported.class);
        }
        try (OpenCredential open = windows(curve)) {
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(KeyUnsupported.class);
        }
    }

    /** What the store's provider says when the person closes its window, or the card is pulled. */
    @Test
    void windowsThatDoesNotSignIsAProblem() throws Exception {
        SystemKeySource windows = new SystemKeySource(new SystemStore("Windows", Form.WINDOWS, () -> store));
        Credential found = windows.find(KeyReference.parse("os:" + rsa.sha256()), Person.absent())
                .getFirst();
        try (OpenCredential open = windows.open(found, Person.absent())) {
            assertThat(open).isInstanceOf(WindowsKey.class);
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new SystemStoreFailed("Windows"));
        }
    }

    private static OpenCredential windows(IssuedKey key) {
        Credential credential = new Credential(
                new CredentialId(key.sha256(), "Windows", ""),
                "os:" + key.sha256(),
                key.certificate(),
                List.of(),
                new Token("Windows", "Windows", PinState.NOT_NEEDED, PinTries.ENOUGH),
                false);
        return new WindowsKey(credential, new PlayedStore.Reference(key.key()), new PlayedStore.Windows(), "Windows");
    }

    private Credential find(String reference) throws ProblemException {
        return source.find(KeyReference.parse(reference), Person.absent()).getFirst();
    }
}
