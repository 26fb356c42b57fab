// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.file.KeyFileSource;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeCard;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.CertificatePrefix;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.KeyProblem.KeyKindUnsupported;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardCredentialSourceTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path home;

    private KeyInMemory memory;
    private CardCredentialSource all;

    @BeforeEach
    void join() {
        memory = new KeyInMemory(PKI.signer(KeyKind.P256));
        all = new CardCredentialSource(List.of(
                new PracticeCard(new PracticeAuthority(home.resolve("practice"))), new KeyFileSource(), memory));
    }

    @Test
    void refusesKindsThatNobodyServes() {
        for (String kind : List.of("os:", "cloud:")) {
            String key = kind.equals("os:") ? kind + "00112233" : kind + "profile/credential";
            assertThat(Problems.of(() -> find(key))).isEqualTo(new KeyKindUnsupported(kind));
        }
    }

    @Test
    void unknownCertificateIsNotFound() {
        assertThat(Problems.of(() -> find("0000000000"))).isEqualTo(new KeyNotFound("0000000000"));
    }

    @Test
    void oneCertificateOnTwoTokensIsAmbiguous() {
        Credential one = on("/usr/lib/a.so", "0001");
        CardCredentialSource twice = new CardCredentialSource(List.of(
                sees(new Listing(List.of(one, on("/usr/lib/a.so", "0002")), List.of(), List.of()))));
        String prefix = one.id().certificateSha256().substring(0, 10);
        assertThat(Problems.of(() -> twice.find(new CertificatePrefix(prefix), Person.absent())))
                .isInstanceOf(KeyAmbiguous.class);
    }

    @Test
    void saysWhyACertificateCannotBeUsed() {
        IssuedKey lonely = PKI.signer(KeyKind.P384);
        HiddenCredential hidden =
                new HiddenCredential("pkcs11:x", Optional.of(lonely.certificate()), new CertWithoutKey("pkcs11:x"));
        CardCredentialSource source =
                new CardCredentialSource(List.of(sees(new Listing(List.of(), List.of(hidden), List.of()))));
        assertThat(Problems.of(() -> source.find(new CertificatePrefix(lonely.sha256()), Person.absent())))
                .isEqualTo(new CertWithoutKey("pkcs11:x"));
    }

    @Test
    void saysWhatKeptItFromLooking() {
        DriverMissing problem = new DriverMissing(Path.of("/no/driver.so"));
        CardCredentialSource source =
                new CardCredentialSource(List.of(sees(new Listing(List.of(), List.of(), List.of(problem)))));
        assertThat(Problems.of(() -> source.find(new CertificatePrefix("00112233"), Person.absent())))
                .isEqualTo(problem);
    }

    @Test
    void findsAndOpensByCertificate() throws Exception {
        find("practice:");
        for (Credential each : all.list().credentials()) {
            Credential found = find(each.id().certificateSha256()).getFirst();
            assertThat(found.id()).isEqualTo(each.id());
            try (OpenCredential open = all.open(found, Person.entering("1234"))) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(all.list().credentials()).hasSize(3);
    }

    @Test
    void oneCardBehindTwoDriversIsOfferedOnce() {
        Credential one = on("/usr/lib/a.so", "0001");
        Credential other = on("/usr/lib/b.so", "00:01");
        CardCredentialSource source = new CardCredentialSource(List.of(
                sees(new Listing(List.of(one), List.of(), List.of())),
                sees(new Listing(List.of(other), List.of(), List.of()))));
        Listing listing = source.list();
        assertThat(listing.credentials()).containsExactly(one);
        assertThat(listing.hidden())
                .singleElement()
                .satisfies(hidden -> assertThat(hidden.why())
                        .isEqualTo(new CertSeenTwice(
                                CertificateReader.read(one.certificate()).holder(), one.key())));
    }

    /** Which of two tokens signs is the person's choice, even where both hold one certificate. */
    @Test
    void twoTokensBehindOneDriverStayTwo() {
        Listing both =
                new Listing(List.of(on("/usr/lib/a.so", "0001"), on("/usr/lib/a.so", "0002")), List.of(), List.of());
        assertThat(new CardCredentialSource(List.of(sees(both))).list()).isEqualTo(both);
    }

    private Credential on(String module, String serial) {
        Credential own = memory.credential();
        return new Credential(
                new CredentialId(own.id().certificateSha256(), serial, "01"),
                "pkcs11:token=T-CAT;serial=" + serial + ";id=%01?module-path=" + module,
                own.certificate(),
                List.of(),
                own.token(),
                false);
    }

    private List<Credential> find(String key) throws ProblemException {
        return all.find(KeyReference.parse(key), Person.absent());
    }

    private static CredentialSource sees(Listing listing) {
        return new CredentialSource() {
            @Override
            public boolean serves(KeyReference reference) {
                return false;
            }

            @Override
            public Listing list() {
                return listing;
            }

            @Override
            public List<Credential> find(KeyReference reference, PinEntry entry) {
                return List.of();
            }

            @Override
            public OpenCredential open(Credential credential, PinEntry entry) {
                throw new AssertionError("there is nothing to open");
            }
        };
    }
}
