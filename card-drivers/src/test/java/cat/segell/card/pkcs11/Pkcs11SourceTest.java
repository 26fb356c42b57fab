// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.SoftHsm.SoftToken;
import cat.segell.card.fixture.Sources;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinState;
import cat.segell.credential.reference.KeyReference;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.KeyProblem.TokenAmbiguous;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("system")
class Pkcs11SourceTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private Pkcs11Source source;

    @BeforeEach
    void start() {
        tokens = SoftHsm.in(folder);
        source = Sources.of(List.of(SoftHsm.module()), tokens.setup());
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void refusesWrongPinAndNeverRepeatsIt() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Credential found = find("pkcs11:token=Targeta");
        Person person = Person.entering("9999", "1234");
        assertThat(Problems.of(() -> source.open(found, person)))
                .isEqualTo(new PinWrong("Targeta", OptionalInt.empty()));
        assertThat(person.asked()).hasSize(1);
        try (OpenCredential open = source.open(found, person)) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(person.asked()).hasSize(2);
    }

    @Test
    void refusesPinOfWrongLength() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Credential found = find("pkcs11:token=Targeta");
        assertThat(Problems.of(() -> source.open(found, Person.entering("1"))))
                .isEqualTo(new PinLength("Targeta", 4, 255));
    }

    @Test
    void twoTokensWithOneLabelNeedTheSerialNumber() throws Exception {
        SoftToken first = tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        SoftToken second = tokens.token("Targeta").put(PKI.signer(KeyKind.P384), "01");
        Problem problem = problem("pkcs11:token=Targeta;id=%01");
        assertThat(problem).isInstanceOf(TokenAmbiguous.class);
        assertThat(((TokenAmbiguous) problem).serials()).containsExactlyInAnyOrder(first.serial(), second.serial());
        for (SoftToken each : List.of(first, second)) {
            Credential found = find("pkcs11:token=Targeta;serial=" + each.serial());
            assertThat(found.token().serial()).isEqualTo(each.serial());
            assertThat(find(found.key())).isEqualTo(found);
        }
    }

    @Test
    void certificateWhoseKeyIsMissingIsToldAfterLogin() throws Exception {
        tokens.token("Targeta").putCertificate(PKI.signer(KeyKind.P256).certificate(), "05");
        Credential found = find("pkcs11:token=Targeta;id=%05");
        assertThat(Problems.of(() -> source.open(found, Person.entering("1234"))))
                .isEqualTo(new CertWithoutKey(found.key()));
        assertThat(Problems.of(() -> source.open(found, Person.entering("9999"))))
                .isInstanceOf(PinWrong.class);
    }

    @Test
    void keyOfAnotherCertificateIsNotTaken() throws Exception {
        SoftToken token = tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        token.putCertificate(PKI.signer(KeyKind.P384).certificate(), "02");
        Credential lonely = find("pkcs11:id=%02");
        assertThat(Problems.of(() -> source.open(lonely, Person.entering("1234"))))
                .isInstanceOf(CertWithoutKey.class);
    }

    @Test
    void keyWithoutCertificateIsSaid() {
        tokens.token("Targeta").putKey(PKI.signer(KeyKind.P256), "07");
        assertThat(problem("pkcs11:token=Targeta;id=%07")).isInstanceOf(KeyWithoutCertificate.class);
        assertThat(source.list().credentials()).isEmpty();
        assertThat(source.list().hidden())
                .singleElement()
                .satisfies(hidden -> assertThat(hidden.why()).isInstanceOf(KeyWithoutCertificate.class));
    }

    @Test
    void unknownTokenAndUnknownKeyAreNotFound() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        for (String key : List.of(
                "pkcs11:token=Altra",
                "pkcs11:serial=0000",
                "pkcs11:token=Targeta;id=%09",
                "pkcs11:object=nothing",
                "pkcs11:manufacturer=X",
                "pkcs11:model=X")) {
            assertThat(problem(key)).as(key).isEqualTo(new KeyNotFound(key));
        }
    }

    @Test
    void missingModuleIsListedAndNamed() throws Exception {
        Path module = folder.resolve("no.so");
        assertThat(problem("pkcs11:token=X?module-path=" + module)).isEqualTo(new DriverMissing(module));
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        try (Pkcs11Source two = Sources.of(List.of(module, SoftHsm.module()), tokens.setup())) {
            Listing listing = two.list();
            assertThat(listing.problems()).containsExactly(new DriverMissing(module));
            assertThat(listing.credentials()).hasSize(1);
        }
    }

    @Test
    void refusesACardThatWasExchanged() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Credential shown = find("pkcs11:token=Targeta");
        removeTokens();
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        source.close();
        Person person = Person.entering("1234");
        assertThat(Problems.of(() -> source.open(shown, person))).isEqualTo(new TokenRemoved("Targeta"));
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void refusesACertificateThatWasExchanged() throws Exception {
        SoftToken token = tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Credential shown = find("pkcs11:token=Targeta");
        Credential forged = new Credential(
                new CredentialId("0".repeat(64), token.serial(), "01"),
                shown.key(),
                shown.certificate(),
                List.of(),
                shown.token(),
                false);
        Person person = Person.entering("1234");
        assertThat(Problems.of(() -> source.open(forged, person))).isInstanceOf(KeyNotFound.class);
        assertThat(person.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void signsWithEveryKindOfKey(KeyKind kind) throws Exception {
        tokens.token("Targeta d'en Pèrç").put(PKI.signer(kind), "a1ff");
        Credential found = find("pkcs11:token=Targeta%20d%27en%20P%C3%A8r%C3%A7;id=%a1%ff");
        Person person = Person.entering("1234");
        try (OpenCredential open = source.open(found, person)) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                assertThat(Signatures.fits(open, digest, false))
                        .as("%s", digest)
                        .isTrue();
                assertThat(Signatures.fits(open, digest, true))
                        .as("PSS %s", digest)
                        .isTrue();
            }
        }
        assertThat(person.asked()).singleElement().satisfies(request -> {
            assertThat(request.token().pin()).isEqualTo(PinState.READY);
            assertThat(request.credential()).hasValue(found);
        });
    }

    @Test
    void keyThatWantsThePinEachTimeSignsABatchWithOneEntry() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        tokens.token("DNIe").putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        Person person = Person.entering("1234");
        try (OpenCredential open = source.open(find("pkcs11:token=DNIe"), person)) {
            for (int i = 0; i < 3; i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(person.asked()).hasSize(1);
    }

    @Test
    void listsWhatIsThereWithItsIssuers() throws Exception {
        IssuedKey first = PKI.signer(KeyKind.P256);
        IssuedKey second = PKI.signer(KeyKind.RSA_2048);
        tokens.token("U").put(first, "01").putCertificate(PKI.certificate(), "0a");
        tokens.token("Dos").put(second, "02");
        Listing listing = source.list();
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.credentials())
                .extracting(each -> each.id().certificateSha256())
                .containsExactlyInAnyOrder(first.sha256(), second.sha256());
        Credential one = find("pkcs11:token=U");
        assertThat(one.issuers()).containsExactly(PKI.certificate());
        assertThat(listing.credentials()).allMatch(each -> !each.practice());
        for (Credential each : listing.credentials()) {
            assertThat(find(each.key()).id()).isEqualTo(each.id());
        }
    }

    @Test
    void certificatesWithOneIdAreToldApart() throws Exception {
        IssuedKey old = PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).expired());
        IssuedKey renewed = PKI.signer(KeyKind.P256);
        tokens.token("Renovada").put(renewed, "01").putCertificate(old.certificate(), "01");
        List<Credential> both = source.list().credentials();
        assertThat(both).extracting(Credential::key).containsExactlyInAnyOrder(old.sha256(), renewed.sha256());
    }

    @Test
    void twoModulesPathsOfOneFileAreOneDriver() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Path link = Files.createSymbolicLink(folder.resolve("driver.so"), SoftHsm.module());
        assertThat(find("pkcs11:token=Targeta?module-path=" + link).key()).endsWith("?module-path=" + link);
    }

    @Test
    void loginEndsWithTheBatch() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Credential found = find("pkcs11:token=Targeta");
        source.open(found, Person.entering("1234")).close();
        assertThat(Problems.of(() -> source.open(found, Person.entering("9999"))))
                .isInstanceOf(PinWrong.class);
    }

    @Test
    void unpacksTheNativeLibraryForItsOwnerAloneAndRepairsIt() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        find("pkcs11:token=Targeta");
        Path library = library();
        byte[] good = Files.readAllBytes(library);
        assertThat(Files.getPosixFilePermissions(library)).hasSize(2);
        Files.write(library, new byte[100]);
        source.close();
        find("pkcs11:token=Targeta");
        assertThat(Files.readAllBytes(library)).isEqualTo(good);
    }

    private Path library() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("native"))) {
            return files.filter(file -> file.endsWith("libpkcs11wrapper.so"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void removeTokens() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("tokens"))) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.endsWith("tokens")) {
                    Files.delete(each);
                }
            }
        }
    }

    private Credential find(String key) throws ProblemException {
        return source.find(KeyReference.parse(key), Person.absent()).getFirst();
    }

    private Problem problem(String key) {
        return Problems.of(() -> find(key));
    }
}
