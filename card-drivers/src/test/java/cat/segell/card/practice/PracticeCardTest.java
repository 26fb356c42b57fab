// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.PracticeMark;
import cat.segell.credential.Credential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries.Left;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeCardTest {

    @TempDir
    Path home;

    private PracticeAuthority authority;
    private PracticeCard card;
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void insert() {
        authority = new PracticeAuthority(home.resolve("practice"));
        card = new PracticeCard(authority, pauses::add);
    }

    @Test
    void countsWrongEntriesDownToTheLock() throws Exception {
        assertThat(state()).isEqualTo(PinState.READY);
        assertThat(enter("0000")).isEqualTo(new PinWrong("Segell Practice", OptionalInt.of(2), true));
        assertThat(tries()).isEqualTo(Left.FEW);
        assertThat(enter("0000")).isEqualTo(new PinWrong("Segell Practice", OptionalInt.of(1), true));
        assertThat(tries()).isEqualTo(Left.LAST);
        assertThat(enter("0000")).isInstanceOf(TokenLocked.class);
        assertThat(state()).isEqualTo(PinState.LOCKED);
    }

    @Test
    void lockedCardRefusesTheRightPinWithoutAsking() throws Exception {
        lock();
        Person person = Person.entering("1234");
        assertThat(Problems.of(() -> card.open(find(), person))).isInstanceOf(TokenLocked.class);
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void remembersTriesOverRestarts() throws Exception {
        enter("0000");
        PracticeCard again = new PracticeCard(new PracticeAuthority(home.resolve("practice")));
        assertThat(again.find(new PracticeKey(), Person.absent())
                        .getFirst()
                        .token()
                        .tries()
                        .number())
                .hasValue(2);
    }

    @Test
    void countsBeforeItCompares() throws Exception {
        Credential shown = find();
        Files.delete(home.resolve("practice/set/signature.p12"));
        assertThat(Problems.of(() -> card.open(shown, Person.entering("1234")))).isNotInstanceOf(PinWrong.class);
        assertThat(tries()).isEqualTo(Left.FEW);
    }

    @Test
    void aLostOrForgedCounterLocks() throws Exception {
        Path counter = home.resolve("practice/set/tries");
        find();
        for (byte[] forged : List.of(new byte[0], new byte[] {9}, new byte[] {3, 3}, new byte[] {-1})) {
            Files.write(counter, forged);
            assertThat(state()).isEqualTo(PinState.LOCKED);
        }
        Files.delete(counter);
        assertThat(enter("1234")).isInstanceOf(TokenLocked.class);
        card.reset();
        assertThat(state()).isEqualTo(PinState.READY);
    }

    @Test
    void rightPinGivesTheTriesBack() throws Exception {
        enter("0000");
        open().close();
        assertThat(state()).isEqualTo(PinState.READY);
    }

    @Test
    void resetUnlocks() throws Exception {
        lock();
        Credential before = find();
        card.reset();
        assertThat(state()).isEqualTo(PinState.READY);
        assertThat(find().id()).isEqualTo(before.id());
    }

    @Test
    void givingUpCostsNoTry() throws Exception {
        assertThat(Problems.of(() -> card.open(find(), Person.absent()))).isInstanceOf(PinCancelled.class);
        assertThat(state()).isEqualTo(PinState.READY);
    }

    @Test
    void anotherCardIsNotTheOneThatWasShown() throws Exception {
        Credential shown = find();
        PracticeCard other = new PracticeCard(new PracticeAuthority(home.resolve("other")));
        Person person = Person.entering("1234");
        assertThat(Problems.of(() -> other.open(shown, person))).isInstanceOf(KeyNotFound.class);
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void damagedSetIsAProblemUntilReset() throws Exception {
        find();
        Files.writeString(home.resolve("practice/set/authority.cer"), "x");
        assertThat(Problems.of(this::find)).isInstanceOf(KeyFileBroken.class);
        assertThat(card.list().problems()).singleElement().isInstanceOf(KeyFileBroken.class);
        card.reset();
        assertThat(find().practice()).isTrue();
    }

    @Test
    void unwritableHomeIsAProblem() throws Exception {
        Files.writeString(home.resolve("practice"), "a file where the folder should be");
        assertThat(Problems.of(this::find)).isInstanceOf(HomeUnwritable.class);
    }

    @Test
    void lookingDoesNotMakeACard() {
        assertThat(card.list()).isEqualTo(Listing.NOTHING);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void listsSignatureAndAuthenticationOnceMade() throws Exception {
        find();
        List<Credential> listed = card.list().credentials();
        assertThat(listed).allMatch(Credential::practice);
        assertThat(listed)
                .extracting(each -> CertificateReader.read(each.certificate()).purpose())
                .containsExactly(CertificatePurpose.SIGNATURE, CertificatePurpose.AUTHENTICATION);
        assertThat(listed)
                .extracting(Credential::certificate)
                .doesNotContain(card.mayor().certificate());
    }

    @Test
    void signsInEveryScheme() throws Exception {
        try (OpenCredential open = open()) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                assertThat(Signatures.fits(open, digest, false)).isTrue();
                assertThat(Signatures.fits(open, digest, true)).isTrue();
            }
        }
        try (OpenCredential mayor = card.open(card.mayor(), Person.entering("1234"))) {
            assertThat(Signatures.fits(mayor)).isTrue();
        }
    }

    @Test
    void certificatesNameTheInventedEmployee() throws Exception {
        CertificateFacts facts = CertificateReader.read(find().certificate());
        assertThat(facts.kind()).isEqualTo(CertificateKind.PUBLIC_EMPLOYEE);
        assertThat(facts.holder()).isEqualTo("MARIA PROVA EXEMPLE");
        assertThat(facts.organisation()).hasValue("Ajuntament de Pràctiques");
        assertThat(facts.position()).hasValue("Secretària");
        assertThat(facts.nif()).hasValue("00000000T");
        assertThat(CertificateReader.read(card.mayor().certificate()).position())
                .hasValue("Alcalde");
    }

    @Test
    void everyCertificateSaysThatItHasNoLegalValue() throws Exception {
        find();
        int seen = 0;
        try (Stream<Path> files = Files.list(home.resolve("practice/set"))) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".cer")).toList()) {
                X509Certificate certificate = certificate(each);
                assertThat(certificate.getSubjectX500Principal().getName()).contains("practice: no legal value");
                assertThat(PracticeMark.isOn(certificate)).isTrue();
                if (certificate.getBasicConstraints() < 0) {
                    assertThat(certificate.getExtensionValue("2.5.29.56")).containsExactly(4, 2, 5, 0);
                    certificate.verify(authority.caCertificate().getPublicKey());
                }
                seen++;
            }
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void filesBelongToTheirOwnerAlone() throws Exception {
        open().close();
        try (Stream<Path> files = Files.walk(home.resolve("practice/set"))) {
            for (Path each : files.toList()) {
                String expected = Files.isDirectory(each) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as("%s", each)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void keysOnTheDiskAreEncrypted() throws Exception {
        PracticeSet set = authority.set();
        byte[] encoded;
        try (Pin pin = new Pin(PracticeCard.PIN.toCharArray())) {
            encoded = set.key(PracticeProfile.SIGNATURE, pin).getEncoded();
        }
        String modulus = HexFormat.of().formatHex(encoded, encoded.length - 64, encoded.length);
        try (Stream<Path> files = Files.list(home.resolve("practice/set"))) {
            for (Path each : files.toList()) {
                assertThat(HexFormat.of().formatHex(Files.readAllBytes(each))).doesNotContain(modulus);
            }
        }
    }

    @Test
    void startsAtTheSameTimeMakeOneCard() throws Exception {
        Set<X509Certificate> authorities = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> authorities.add(new PracticeAuthority(home.resolve("practice")).caCertificate()));
            }
            for (Future<Boolean> each : threads.invokeAll(starts)) {
                each.get();
            }
        }
        assertThat(authorities).hasSize(1);
    }

    @Test
    void anExpiredSetIsMadeAgain() throws Exception {
        Credential before = find();
        Clock later = Clock.fixed(Clock.systemUTC().instant().plus(Duration.ofDays(4000)), ZoneOffset.UTC);
        PracticeCard then = new PracticeCard(new PracticeAuthority(home.resolve("practice"), later));
        assertThat(then.list()).isEqualTo(Listing.NOTHING);
        Credential after = then.find(new PracticeKey(), Person.absent()).getFirst();
        assertThat(after.id()).isNotEqualTo(before.id());
        after.certificate().checkValidity(Date.from(later.instant()));
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private Credential find() throws ProblemException {
        return card.find(new PracticeKey(), Person.absent()).getFirst();
    }

    private OpenCredential open() throws ProblemException {
        return card.open(find(), Person.entering("1234"));
    }

    private Problem enter(String pin) {
        return Problems.of(() -> card.open(find(), Person.entering(pin)));
    }

    private void lock() {
        for (int i = 0; i < 3; i++) {
            enter("0000");
        }
    }

    private Left tries() throws ProblemException {
        return find().token().triesInDanger();
    }

    private PinState state() throws ProblemException {
        return find().token().pin();
    }
}
