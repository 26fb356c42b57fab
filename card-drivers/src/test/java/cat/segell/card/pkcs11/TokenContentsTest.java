// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.SoftHsm.SoftToken;
import cat.segell.card.fixture.Sources;
import cat.segell.credential.Credential;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertBroken;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is on tokens, and whatever tokens are there: each key stays the one that was chosen, the others keep working. */
@Tag("system")
class TokenContentsTest {

    private static final TestPki PKI = TestPki.create();
    private static final long TOKEN_INITIALIZED = 0x400;

    /** An id that can be found in a token's files: SEGL0000. */
    private static final String MARKED_ID = "5345474c30303030";

    private static final String MARK = "SEGL0000";

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private FaultyModule driver;
    private Pkcs11Source source;

    @BeforeEach
    void start() {
        tokens = SoftHsm.in(folder);
        driver = FaultyModule.build(folder.resolve("driver"));
        source = Sources.of(List.of(driver.path()), tokens.setup());
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void emptyForeignAndFreshSlotsAreNoFault() {
        assertThat(source.list()).as("a free slot, as SoftHSM always has one").isEqualTo(Listing.NOTHING);
        source.close();
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        assertThat(source.list().credentials()).hasSize(1);
        driver.misbehave(Function.GET_TOKEN_INFO, 0xE1);
        assertThat(source.list()).as("a card that the driver doesn't know").isEqualTo(Listing.NOTHING);
        driver.behave();
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, TOKEN_INITIALIZED);
        assertThat(source.list()).as("a card that nobody has set up").isEqualTo(Listing.NOTHING);
    }

    @Test
    void emptyTokenIsSaidToBeEmpty() {
        tokens.token("Buida");
        assertThat(Problems.of(() -> find("pkcs11:token=Buida"))).isEqualTo(new TokenEmpty("Buida"));
        assertThat(Problems.of(() -> find("pkcs11:token=Buida;id=%01"))).isEqualTo(new TokenEmpty("Buida"));
    }

    @Test
    void twoTokensWithOneSerialNumberAreToldApartByTheirCertificates() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        tokens.token("Targeta").put(PKI.signer(KeyKind.P384), "01");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.SERIAL);
        List<Credential> both = source.list().credentials();
        assertThat(both).extracting(each -> each.token().serial()).containsOnly("7".repeat(16));
        assertThat(both).hasSize(2);
        for (Credential each : both) {
            signs(each);
        }
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .as("each PIN to its own token, once")
                .hasSize(2);
    }

    @Test
    void twinsAreListedOnceAndSign() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Targeta").put(key, "01");
        tokens.token("Còpia").put(key, "01");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.SERIAL);
        assertThat(source.list().credentials()).singleElement().satisfies(this::signs);
    }

    @Test
    void twoCardsOfOnePersonAreTwo() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Targeta").put(key, "01");
        tokens.token("Targeta").put(key, "01");
        List<Credential> both = source.list().credentials();
        assertThat(both).hasSize(2);
        for (Credential each : both) {
            assertThat(find(each.key())).containsExactly(each);
            signs(each);
        }
    }

    @Test
    void keysThatShareAnIdAreToldApartByTheirCertificates() throws Exception {
        IssuedKey old = PKI.signer(KeyKind.RSA_2048);
        IssuedKey renewed = PKI.signer(KeyKind.RSA_2048);
        SoftToken token = tokens.token("Renovada");
        for (IssuedKey key : List.of(old, renewed)) {
            token.putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        }
        List<Credential> both = source.list().credentials();
        assertThat(both)
                .extracting(each -> each.id().certificateSha256())
                .containsExactlyInAnyOrder(old.sha256(), renewed.sha256());
        for (Credential each : both) {
            signs(each);
        }
    }

    /** Neither key is shown before the login, and no public key is on the token at all. */
    @Test
    void keyIsFoundByThePublicKeyInItsCertificate() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        IssuedKey other = PKI.signer(KeyKind.RSA_2048);
        tokens.token("Targeta")
                .putKeyThatAsksEachTime(other, "0a")
                .putKeyThatAsksEachTime(key, "0b")
                .putCertificate(key.certificate(), "0c");
        assertThat(source.list().credentials()).singleElement().satisfies(this::signs);
    }

    @Test
    void certificatesThatAreNoneHideNoOthers() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        tokens.token("Targeta")
                .put(key, MARKED_ID)
                // The outermost SEQUENCE becomes a SET, and everything within it.
                .putLike(Set.of("cert " + MARKED_ID, MARK), Map.of(MARK, "SEGLNONE", "0\u0082", "1\u0082"));
        Listing listing = source.list();
        assertThat(listing.credentials()).singleElement().satisfies(this::signs);
        assertThat(listing.hidden())
                .extracting(HiddenCredential::why)
                .singleElement()
                .isInstanceOf(CertBroken.class);
        driver.misbehave(Function.GET_ATTRIBUTE_VALUE, Fault.DER);
        assertThat(source.list().credentials()).isEmpty();
        assertThat(source.list().hidden())
                .extracting(HiddenCredential::why)
                .hasSize(2)
                .allMatch(CertBroken.class::isInstance);
    }

    @Test
    void fiveHundredObjectsAreAllThere() throws Exception {
        SoftToken token = tokens.token("Plena").put(PKI.signer(KeyKind.P256), MARKED_ID);
        for (int i = 1; i < 500; i++) {
            token.putLike(Set.of("cert " + MARKED_ID, MARK), Map.of(MARK, "SEGL%04d".formatted(i)));
        }
        List<Credential> all = source.list().credentials();
        Set<String> ids = new HashSet<>();
        all.forEach(each -> ids.add(each.id().keyId()));
        assertThat(ids).hasSize(500);
        signs(find("pkcs11:token=Plena;id=SEGL0000").getFirst());
        assertThat(find("pkcs11:object=cert%20" + MARKED_ID))
                .as("all of them have one label")
                .hasSize(500);
    }

    @Test
    void labelsOfAnyBytesAreFoundAgainAndShownHarmlessly() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.LABEL);
        driver.misbehave(Function.GET_ATTRIBUTE_VALUE, Fault.LABEL);
        Credential found = source.list().credentials().getFirst();
        assertThat(found.token().label())
                .as("no escape, no turned direction")
                .doesNotContain("\u001b", "\u202e")
                .contains("[31mA");
        assertThat(found.key()).matches("[ -~]+");
        assertThat(find(found.key())).containsExactly(found);
        signs(found);
    }

    private void signs(Credential credential) {
        try (OpenCredential open = source.open(credential, Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
        } catch (ProblemException e) {
            throw new AssertionError(e.problem().toString(), e);
        }
    }

    private List<Credential> find(String key) throws ProblemException {
        return source.find(KeyReference.parse(key), Person.absent());
    }
}
