// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.keys.ExpiryNotices;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.Pause;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.card.CardCredentialSource;
import cat.segell.card.CardsAtHand;
import cat.segell.card.CardsProbe;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.ListedToken;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.reference.KeyReference;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.CertificateProblem.CertRevoked;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.problem.RevocationReason;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.text.Language;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real desk: what the list shows is what is signed. */
class BatchDeskTest {

    private final KeyInMemory key = new KeyInMemory(TestPki.create().signer(KeyKind.P256));
    private final List<BatchEvent> events = new ArrayList<>();
    private RevocationState revocation = new NotAsked();

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path signed = Path.of("");

    @BeforeEach
    void writeADocument() throws Exception {
        file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        signed = folder.resolve("a-signed.pdf");
    }

    @Test
    void refusesAFileThatWasExchangedAfterItWasListed() throws Exception {
        SignDesk desk = desk();
        FoundDocument found = found(desk, file);
        TestPdf.pages(file, 2);
        sign(desk, found);
        assertThat(result()).isEqualTo(new DocumentResult.Failed(file, new DocumentChanged(file)));
        assertThat(key.opened()).as("PINs given for it").isZero();
        assertThat(signed).doesNotExist();
    }

    /** The same holds for what lies in a folder. */
    @Test
    void refusesAFileOfAFolderThatWasExchangedAfterItWasListed() throws Exception {
        SignDesk desk = desk();
        FoundDocument found = found(desk, Files.createDirectories(folder.resolve("in")), "b.pdf");
        TestPdf.pages(found.document().input(), 2);
        sign(desk, found);
        assertThat(result()).isInstanceOf(DocumentResult.Failed.class);
        assertThat(key.signed()).isZero();
    }

    @Test
    void signsWhatItListed() throws Exception {
        SignDesk desk = desk();
        FoundDocument found = found(desk, file);
        assertThat(found.pages()).hasValue(1);
        sign(desk, found);
        assertThat(result()).isInstanceOf(DocumentResult.Signed.class);
        assertThat(signed).exists();
    }

    /** Said before the PIN, as what the certificate says itself. */
    @Test
    void refusesARevokedCertificateBeforeThePin() throws Exception {
        revocation = new Revoked(Instant.EPOCH, RevocationReason.SUPERSEDED);
        SignDesk desk = desk();
        FoundDocument found = found(desk, file);
        assertThatThrownBy(() -> sign(desk, found))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(CertRevoked.class));
        assertThat(key.opened()).isZero();
        assertThat(events).as("told besides").containsOnly(new BatchEvent.Checked(revocation));
        assertThat(signed).doesNotExist();
    }

    @Test
    void tellsThatRevocationCouldNotBeChecked() throws Exception {
        revocation = new NotKnown(new RevocationUnstated());
        SignDesk desk = desk();
        sign(desk, found(desk, file));
        assertThat(events).contains(new BatchEvent.Checked(revocation));
        assertThat(signed).exists();
    }

    @Test
    void remembersWhoSignedForTheNextTime() throws Exception {
        SignDesk desk = desk();
        assertThat(desk.signers().last()).isEmpty();
        sign(desk, found(desk, file));
        assertThat(desk().signers().last())
                .get()
                .satisfies(last -> assertThat(last.credential()).isEqualTo(key.credential()));
    }

    /** Whoever takes them tells them: here the list does. */
    @Test
    void tellsWhatAPersonShouldKnowOnce() throws Exception {
        Problem notice = new DriverUpdated(Path.of("/usr/lib/driver.so"));
        SignDesk desk = desk(new Noticing(key, new ArrayList<>(List.of(notice))));
        assertThat(desk.signers().notices()).containsExactly(new StandingNotice(notice));
        assertThat(desk.signers().notices()).isEmpty();
    }

    /** The readers say that a card is there, and not that nothing is on it. */
    @Test
    void tellsWhatATokenLacksWhereNobodyCanSign() throws Exception {
        assertThat(desk(new Nobody(token(true))).signers().problems()).containsExactly(new TokenEmpty("T-CAT"));
        assertThat(desk(new Nobody(token(false))).signers().problems()).containsExactly(new CertNone());
        assertThat(desk(new CardCredentialSource(List.of(key, new Nobody(token(true)))))
                        .signers()
                        .problems())
                .as("beside a key")
                .isEmpty();
        assertThat(desk(new Nobody()).signers().problems())
                .as("what the window sees by itself")
                .isEmpty();
    }

    /** Another driver's fault isn't why this one can't sign. */
    @Test
    void tellsWhatATokenLacksBeforeTheFaultsOfOtherDrivers() throws Exception {
        Problem fault = new DriverInvalid(Path.of("/usr/lib/broken.so"));
        assertThat(desk(new Nobody(List.of(token(true)), List.of(fault)))
                        .signers()
                        .problems())
                .containsExactly(new TokenEmpty("T-CAT"), fault);
        assertThat(desk(new Nobody(List.of(), List.of(fault))).signers().problems())
                .containsExactly(fault);
    }

    /** As {@code segell keys}, {@code sign}, {@code cards} and {@code doctor} tell it. */
    @Test
    void tellsWhyTheCardInTheReaderIsNotRead() throws Exception {
        String closed = "3B7F960000006A444E49650101010101010F6581";
        Reader reader = new Reader("Reader", ReaderState.CARD, Optional.of(new Atr(closed)), 1);
        CardsAtHand cards = new CardsAtHand(new ReadersSnapshot(List.of(reader), Optional.empty()), List.of());
        List<UnreadCard> unread = UnreadCard.of(new CardsProbe(cards, Catalogue.bundled(), Language.EN).look());
        Problem fault = new DriverInvalid(Path.of("/usr/lib/broken.so"));
        Listing nobody = new Nobody(List.of(), List.of(fault)).list();
        assertThat(desk(new Nobody(), () -> new KeysAtHand(nobody, cards, unread, Catalogue.bundled(), Language.EN))
                        .signers()
                        .problems())
                .extracting(Problem::code)
                .containsExactly("CARD-CLOSED", "DRIVER-INVALID");
        assertThat(desk(key, () -> new KeysAtHand(key.list(), cards, unread, Catalogue.bundled(), Language.EN))
                        .signers()
                        .problems())
                .as("beside a key")
                .isEmpty();
    }

    private static ListedToken token(boolean empty) {
        return new ListedToken(new Token("T-CAT", "1", PinState.READY, PinTries.ENOUGH), empty);
    }

    @Test
    void tellsOnceOfACardThatItsIssuerWithdrew() throws Exception {
        TestPki pki = TestPki.create();
        IssuedKey old = pki.issue(pki.request(TestPki.EMPLOYEE, KeyKind.P256)
                .policies("1.3.6.1.4.1.15096.1.3.2.7.1.1")
                .validity(Instant.parse("2023-04-12T10:00:00Z"), Instant.now().plus(Duration.ofDays(300))));
        SignDesk desk = desk(new KeyInMemory(old));
        assertThat(desk.signers().notices()).singleElement().satisfies(told -> {
            assertThat(told.problem().code()).isEqualTo("CERT-CARD-WITHDRAWN");
            assertThat(told.advice()).isNotEmpty();
        });
        assertThat(desk.signers().notices()).isEmpty();
        assertThat(desk().signers().notices()).as("another card").isEmpty();
    }

    /** With the issuer's way, whatever window is opened today, and not where the command line has told it. */
    @Test
    void tellsOnceADayOfACertificateThatIsAboutToExpire() throws Exception {
        KeyInMemory ending = ending(40);
        List<StandingNotice> notices = desk(ending).signers().notices();
        assertThat(notices).singleElement().satisfies(told -> {
            assertThat(told.problem().code()).isEqualTo("CERT-EXPIRES-SOON");
            assertThat(told.advice()).singleElement().asString().contains("issued");
        });
        assertThat(desk(ending).signers().notices()).as("nobody has seen it").isEqualTo(notices);
        desk(ending).told(notices.getFirst());
        assertThat(desk(ending).signers().notices()).as("another window").isEmpty();
        KeyInMemory other = ending(50);
        ExpiryNotices commandLine = wiring().expiryNotices();
        commandLine.told(
                CertificateReader.read(other.credential().certificate()).sha256());
        assertThat(desk(other).signers().notices()).as("told in the terminal").isEmpty();
        KeyInMemory third = ending(45);
        desk(third).told(desk(third).signers().notices().getFirst());
        assertThat(commandLine.due(CertificateReader.read(third.credential().certificate())))
                .as("told in the window")
                .isEmpty();
    }

    @Test
    void whatIsPressingStandsFirstAndWhoCannotSignIsNotTold() throws Exception {
        Problem other = new DriverUpdated(Path.of("/usr/lib/driver.so"));
        assertThat(desk(new Noticing(ending(7), new ArrayList<>(List.of(other))))
                        .signers()
                        .notices())
                .extracting(told -> told.problem().code())
                .containsExactly("CERT-EXPIRES-SOON", "DRIVER-UPDATED");
        assertThat(desk(new Noticing(ending(31), new ArrayList<>(List.of(other))))
                        .signers()
                        .notices())
                .extracting(told -> told.problem().code())
                .containsExactly("DRIVER-UPDATED", "CERT-EXPIRES-SOON");
        TestPki pki = TestPki.create();
        IssuedKey login = pki.issue(pki.request(TestPki.EMPLOYEE, KeyKind.P256)
                .extendedKeyUsage(false, KeyPurposeId.id_kp_clientAuth)
                .keyUsage(KeyUsage.digitalSignature)
                .validity(
                        Instant.now().minus(Duration.ofDays(300)), Instant.now().plus(Duration.ofDays(5))));
        assertThat(desk(new KeyInMemory(login)).signers().notices()).isEmpty();
    }

    private static KeyInMemory ending(int days) {
        TestPki pki = TestPki.create();
        return new KeyInMemory(pki.issue(pki.request(TestPki.EMPLOYEE, KeyKind.P256)
                .validity(
                        Instant.now().minus(Duration.ofDays(300)), Instant.now().plus(Duration.ofDays(days)))));
    }

    /** Has something to tell, once. */
    private record Noticing(CredentialSource keys, List<Problem> notices) implements CredentialSource {

        @Override
        public boolean serves(KeyReference reference) {
            return keys.serves(reference);
        }

        @Override
        public Listing list() {
            return keys.list();
        }

        @Override
        public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
            return keys.find(reference, entry);
        }

        @Override
        public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
            return keys.open(credential, entry);
        }

        @Override
        public List<Problem> takeNotices() {
            List<Problem> taken = List.copyOf(notices);
            notices.clear();
            return taken;
        }
    }

    /** No key is found. */
    private record Nobody(List<ListedToken> tokens, List<Problem> faults) implements CredentialSource {

        Nobody(ListedToken... tokens) {
            this(List.of(tokens), List.of());
        }

        @Override
        public boolean serves(KeyReference reference) {
            return true;
        }

        @Override
        public Listing list() {
            return new Listing(List.of(), List.of(), tokens, faults);
        }

        @Override
        public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
            throw new AssertionError("nobody signs");
        }

        @Override
        public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
            throw new AssertionError("nobody signs");
        }
    }

    private DocumentResult result() {
        return ((BatchEvent.Ended) events.getLast()).result();
    }

    private void sign(SignDesk desk, FoundDocument found) throws ProblemException {
        BatchRequest request = new BatchRequest(
                List.of(found.document()),
                key.credential(),
                SignatureProfile.pades(SignatureLevel.B),
                Optional.empty(),
                false,
                false);
        desk.sign(request, KeyInMemory.rightPin(), Pause.NONE, () -> false, events::add);
    }

    private static FoundDocument found(SignDesk desk, Path named) {
        List<FoundDocument> found = new ArrayList<>();
        desk.find(List.of(named), found::add);
        return found.getFirst();
    }

    private static FoundDocument found(SignDesk desk, Path below, String name) throws Exception {
        TestPdf.pages(below.resolve(name), 1);
        return found(desk, below);
    }

    private SignDesk desk() throws ProblemException {
        return desk(key);
    }

    private SignDesk desk(CredentialSource keys) throws ProblemException {
        return desk(keys, Desks.seen(keys));
    }

    private SignDesk desk(CredentialSource keys, Supplier<KeysAtHand> look) throws ProblemException {
        AppDirs dirs = dirs();
        Wiring wiring = wiring();
        return new BatchDesk(
                new BatchDesk.Keys(keys, look, wiring.practiceCard()),
                new BatchDesk.Cards(
                        wiring.issuerRoutes(),
                        wiring.cards().pinChange(),
                        wiring.drivers(),
                        wiring.lastSigner(),
                        wiring.expiryNotices()),
                new InMemory(dirs.work()),
                dirs.work(),
                InstantSource.system());
    }

    private AppDirs dirs() throws ProblemException {
        return AppDirs.in(folder.resolve("home")).make();
    }

    private Wiring wiring() throws ProblemException {
        return new Wiring(new Start(
                dirs(), Policy.NONE, Settings.NONE, Preferences.of(Policy.NONE, Settings.NONE), Language.EN, Map.of()));
    }

    private final class InMemory implements BatchDesk.Batches {

        private final Path home;

        InMemory(Path home) {
            this.home = home;
        }

        @Override
        public SignBatch of(BatchRequest request, Optional<AskedServices> asked) {
            return new SignBatch(key, new PadesSigner(List.of()), Optional.empty(), home).asking((_, _) -> revocation);
        }

        @Override
        public SqliteJournal journal() {
            return Desks.journal(home);
        }

        @Override
        public void allowPrivateNetwork() {}

        @Override
        public boolean timestamps() {
            return false;
        }
    }
}
