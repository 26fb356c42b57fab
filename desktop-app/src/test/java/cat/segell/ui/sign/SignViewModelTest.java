// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.credential.Pin;
import cat.segell.credential.PinUse;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.CertificateProblem.CertRevoked;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.problem.RevocationReason;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;
import cat.segell.ui.run.BatchModel.Phase;
import cat.segell.ui.run.ResultFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignViewModelTest {

    private static final List<Path> THREE = List.of(Path.of("/d/a.pdf"), Path.of("/d/b.pdf"), Path.of("/d/c.pdf"));

    private final PlayedDesk desk = new PlayedDesk();
    private final Deque<String> pins = new ArrayDeque<>();
    private final List<Optional<PinProblem>> refusals = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final SignViewModel model = model(Policy.NONE);

    private SignViewModel model(Policy policy) {
        return new SignViewModel(
                desk,
                new SignViewModel.Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run),
                () -> now,
                Preferences.of(policy, Settings.NONE));
    }

    /** A person who enters the PINs laid ready, and cancels when there is none left. */
    private void personWith(String... entries) {
        personAt(model, entries);
    }

    private void personAt(SignViewModel screen, String... entries) {
        pins.addAll(List.of(entries));
        screen.batch()
                .pin()
                .question()
                .subscribe(question -> question.ifPresent(asked -> {
                    refusals.add(asked.refusal());
                    if (pins.isEmpty()) {
                        screen.batch().pin().cancel();
                    } else {
                        screen.batch().pin().answer(new Pin(pins.remove().toCharArray()));
                    }
                }));
    }

    private void ready(SignerOption... signers) {
        desk.with(signers);
        model.signers().look();
        model.documents().add(THREE);
    }

    private List<String> states() {
        return model.documents().rows().stream()
                .map(row -> row.state().get().getClass().getSimpleName())
                .toList();
    }

    @Test
    void preselectsTheOnlySignerThatIsFit() {
        ready(People.loginOnly(), People.clerk());
        assertThat(model.action().get()).isEqualTo(new MainAction.Sign(3, People.clerk()));
        assertThat(model.options().level().get()).isEqualTo(SignatureLevel.T);
    }

    @Test
    void choiceMovesToTheRenewedCertificate() {
        ready(People.clerk());
        desk.with(People.clerkRenewed());
        model.signers().look();
        assertThat(model.signers().chosen().get()).contains(People.clerkRenewed());
    }

    @Test
    void ofOldAndRenewedTheRenewedIsPreselected() {
        ready(People.clerk(), People.clerkRenewed());
        assertThat(model.signers().chosen().get()).contains(People.clerkRenewed());
    }

    /** Who takes the old one although the new one is there has a reason. */
    @Test
    void oldCertificateStaysChosenWhereThePersonChoseIt() {
        ready(People.clerk(), People.clerkRenewed());
        model.signers().choose(People.clerk());
        model.signers().look();
        assertThat(model.signers().chosen().get()).contains(People.clerk());
    }

    @Test
    void choiceDoesNotMoveToAnotherOffice() {
        ready(People.clerk());
        desk.with(People.clerkOf("Consell Comarcal", 2));
        model.signers().look();
        assertThat(model.signers().chosen().get()).contains(People.clerk());
    }

    /** What was seen of it isn't true any more, whether a reader tells or not. */
    @Test
    void looksAgainWhereTheCardWasTakenOut() {
        ready(People.clerk());
        desk.signingNothing(new TokenRemoved("T-CAT"));
        desk.clearSigners();
        model.start();
        assertThat(model.batch().refusal().get()).contains(new TokenRemoved("T-CAT"));
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void signsAsTheAdministratorLocked() {
        SignViewModel locked = model(policy(Map.of(
                Setting.LEVEL, new Value.Word("B"),
                Setting.DIGEST, new Value.Word("SHA512"),
                Setting.OUTPUT, new Value.Word("/signed"),
                Setting.NOTARISE, new Value.Switch(true))));
        desk.with(People.clerk());
        locked.signers().look();
        locked.documents().add(THREE);
        assertThat(locked.options().levels(locked.signers().chosen().get())).containsExactly(SignatureLevel.B);
        assertThat(locked.options().isLocked(Setting.OUTPUT)).isTrue();
        personAt(locked, "1234");
        locked.start();
        assertThat(desk.requests()).singleElement().satisfies(request -> {
            assertThat(request.profile().level()).isEqualTo(SignatureLevel.B);
            assertThat(request.profile().digest()).isEqualTo(DigestAlgorithm.SHA512);
            assertThat(request.output()).contains(Path.of("/signed"));
            assertThat(request.notarise()).isTrue();
        });
    }

    @Test
    void aSignatureIsSeenWhereThePersonWantsIt() {
        ready(People.clerk());
        personWith("1234");
        model.start();
        assertThat(desk.requests().getLast().profile().appearance())
                .map(Appearance::place)
                .contains(new Appearance.OwnField());
        SignViewModel seen = model(policy(Map.of(Setting.SIGNATURE_LOGO, new Value.Word("/logo.png"))));
        seen.signers().look();
        seen.documents().add(THREE);
        seen.options().visible().set(Optional.of(Language.CA));
        personAt(seen, "1234");
        seen.start();
        assertThat(desk.requests().getLast().profile().appearance())
                .contains(new Appearance(
                        new Appearance.FreeSpace(false), Language.CA, Optional.of(Path.of("/logo.png"))));
    }

    /** As at the terminal: an authority that is set decides, whoever signs. */
    @Test
    void practiceTakesTheLevelThatARealSignatureWouldHave() {
        SignViewModel without = model(Policy.NONE);
        without.signers().usePractice();
        assertThat(without.options().levels(without.signers().chosen().get()))
                .containsExactly(SignatureLevel.B, SignatureLevel.T);
        assertThat(without.options().level().get()).isEqualTo(SignatureLevel.B);
        SignViewModel with = model(policy(Map.of(Setting.TSA, new Value.Words(List.of("https://tsa.example.org/")))));
        with.signers().usePractice();
        assertThat(with.options().levels(with.signers().chosen().get()))
                .containsExactly(SignatureLevel.T, SignatureLevel.B);
        assertThat(with.options().level().get()).isEqualTo(SignatureLevel.T);
    }

    @Test
    void neverOffersLessThanALockedLevel() {
        SignViewModel locked = model(policy(Map.of(Setting.LEVEL, new Value.Word("T"))));
        assertThat(locked.options().levels(locked.signers().chosen().get())).containsExactly(SignatureLevel.T);
        assertThat(locked.options().level().get()).isEqualTo(SignatureLevel.T);
    }

    private static Policy policy(Map<Setting, Value> locked) {
        return new Policy(Optional.empty(), locked, Map.of(), List.of());
    }

    @Test
    void preselectsNobodyWhereOrganisationsDiffer() {
        ready(People.clerkOf("Ajuntament A", 1), People.clerkOf("Ajuntament B", 2));
        assertThat(model.signers().chosen().get()).isEmpty();
        assertThat(model.action().get()).isEqualTo(new MainAction.ChooseSigner(2, 2));
        model.start();
        assertThat(desk.requests()).isEmpty();
    }

    @Test
    void preselectsWhoSignedLastWithinOneOrganisation() {
        SignerOption other = People.clerkOf("Ajuntament de Vilaprova", 2);
        desk.lastSigner(other);
        ready(People.clerk(), other);
        assertThat(model.signers().chosen().get()).contains(other);
    }

    @Test
    void preselectsNobodyWhereWhoSignedLastCouldSignForAnotherOrganisation() {
        desk.lastSigner(People.clerk());
        ready(People.clerk(), People.clerkOf("Consell Comarcal", 2));
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void preselectsWhatTookThePlaceOfTheLastSigners() {
        desk.lastSigner(People.clerk());
        ready(People.clerk(), People.clerkRenewed(), People.colleague());
        assertThat(model.signers().chosen().get()).contains(People.clerkRenewed());
    }

    @Test
    void preselectsNobodyWhereWhoSignedLastIsUnfit() {
        desk.lastSigner(People.loginOnly());
        ready(People.clerk(), People.clerkOf("Ajuntament de Vilaprova", 2), People.loginOnly());
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void neverPreselectsPractice() {
        ready(People.practising());
        assertThat(model.action().get()).isEqualTo(new MainAction.NobodySigns());
        model.signers().usePractice();
        assertThat(model.practice()).isTrue();
        model.signers().leavePractice();
        assertThat(model.practice()).isFalse();
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void forgetsASignerWhoseCardIsGone() {
        ready(People.clerk());
        desk.clearSigners();
        model.signers().look();
        assertThat(model.signers().chosen().get()).isEmpty();
    }

    @Test
    void listsAFileOnce() {
        model.documents().add(THREE);
        model.documents().add(THREE.subList(0, 1));
        assertThat(model.documents().rows()).hasSize(3);
    }

    @Test
    void takesAFileThatWasRemovedBefore() {
        model.documents().add(THREE);
        model.documents().remove(List.of(model.documents().rows().getFirst()));
        model.documents().add(THREE.subList(0, 1));
        assertThat(model.documents().rows()).hasSize(3);
    }

    @Test
    void signsTheOthersWhereOneIsRefused() {
        desk.refusing("/d/b.pdf", new DocumentProblem.DocumentEncrypted(THREE.get(1)));
        ready(People.clerk());
        personWith("1234");
        model.start();
        assertThat(states()).containsExactly("Signed", "Refused", "Signed");
        assertThat(model.documents().rows())
                .extracting(DocumentRow::resultName)
                .containsExactly("a-signed.pdf", "b.pdf", "c-signed.pdf");
        assertThat(desk.requests().getFirst().documents()).hasSize(2);
    }

    @Test
    void asksAgainAfterAWrongPinAndNeverSendsItTwice() {
        ready(People.clerk());
        personWith("9999", "1234");
        model.start();
        assertThat(desk.pinsSeen()).isEqualTo(2);
        assertThat(refusals.get(0)).isEmpty();
        assertThat(refusals.get(1)).containsInstanceOf(PinProblem.PinWrong.class);
        assertThat(model.batch().phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.batch().pin().question().get()).isEmpty();
    }

    @Test
    void askedBeforeEachDocumentThePersonSeesTheWorkInBetween() {
        desk.wanting(PinUse.EACH_SIGNATURE)
                .pace(_ -> assertThat(model.batch().pin().question().get()).isEmpty());
        ready(People.clerk());
        personWith("1234", "1234", "1234");
        model.start();
        assertThat(desk.pinsSeen()).isEqualTo(3);
        assertThat(states()).containsOnly("Signed");
    }

    @Test
    void aWrongEntryInTheMiddleOfABatchIsAskedForAgain() {
        desk.wanting(PinUse.EACH_SIGNATURE);
        ready(People.clerk());
        personWith("1234", "9999", "1234", "1234");
        model.start();
        assertThat(states()).containsOnly("Signed");
        assertThat(desk.pinsSeen()).isEqualTo(4);
        assertThat(refusals.get(1)).isEmpty();
        assertThat(refusals.get(2)).containsInstanceOf(PinProblem.PinWrong.class);
        assertThat(refusals.get(3)).as("a right one was entered since").isEmpty();
    }

    @Test
    void whatTheCardTellsOnlyWithItsPinIsKnownBeforeTheFirstSignature() {
        List<PinUse> seen = new ArrayList<>();
        desk.wantingLate(PinUse.EACH_SIGNATURE_ONE_ENTRY)
                .pace(_ -> seen.add(model.batch().pinUse()));
        ready(People.clerk());
        personWith("1234");
        model.start();
        assertThat(seen).hasSize(3).containsOnly(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        assertThat(states()).containsOnly("Signed");
    }

    @Test
    void showsTheLockAfterTheThirdWrongPin() {
        ready(People.clerk());
        personWith("1", "2", "3");
        model.start();
        assertThat(model.batch().pin().locked().get()).isPresent();
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(states()).containsOnly("Ready");
        model.batch().pin().cancel();
        assertThat(model.batch().pin().locked().get()).isEmpty();
    }

    @Test
    void tellsAtOnceThatTheCardIsLocked() {
        desk.tries(0);
        ready(People.clerk());
        personWith();
        model.start();
        assertThat(model.batch().refusal().get().map(Problem::code)).contains("TOKEN-LOCKED");
    }

    /** Nobody enters a PIN for nothing. */
    @Test
    void tellsThatTheCertificateWasRevokedBeforeThePin() {
        CertRevoked revoked = new CertRevoked("Maria", Instant.EPOCH, RevocationReason.SUPERSEDED);
        desk.signingNothing(revoked);
        ready(People.clerk());
        personWith();
        model.start();
        assertThat(model.batch().refusal().get()).contains(revoked);
        assertThat(refusals).as("questions for a PIN").isEmpty();
        assertThat(states()).containsOnly("Ready");
    }

    @Test
    void saysHowFarItIsFromTheFirstMomentOn() {
        ready(People.clerk());
        personWith("1234", "1234");
        List<Phase> phases = new ArrayList<>();
        model.batch().phase().addListener((_, _, now) -> phases.add(now));
        model.start();
        assertThat(phases).containsExactly(Phase.CHECKING, Phase.OPENING, Phase.SIGNING, Phase.DONE);
    }

    @Test
    void saysThatRevocationWasNotCheckedUntilTheNextBatch() {
        desk.unchecked(new RevocationUnstated());
        ready(People.clerk());
        personWith("1234", "1234");
        model.start();
        assertThat(states()).containsOnly("Signed");
        assertThat(model.batch().unchecked()).contains(new RevocationUnstated());
        model.signMore();
        assertThat(model.batch().unchecked()).isEmpty();
    }

    @Test
    void signsNothingWhenThePersonCancels() {
        ready(People.clerk());
        personWith();
        model.start();
        assertThat(desk.pinsSeen()).isZero();
        assertThat(model.batch().refusal().get()).isEmpty();
        assertThat(states()).containsOnly("Ready");
    }

    @Test
    void stopsAfterTheDocumentInWorkAndSignsTheRestLater() {
        desk.pace(_ -> model.batch().stopAfterThisDocument());
        ready(People.clerk());
        personWith("1234", "1234");
        model.start();
        assertThat(states()).containsExactly("Signed", "Failed", "Failed");
        assertThat(ResultFilter.of(model.documents().rows().get(1).state().get()))
                .as("stopped is pending, not failed")
                .isEqualTo(ResultFilter.PENDING);
        desk.pace(_ -> {});
        model.retry(model.documents().signable());
        assertThat(states()).containsOnly("Signed");
        assertThat(desk.requests().get(1).documents()).hasSize(2);
    }

    @Test
    void retriesOnlyWhatFailed() {
        desk.failing("/d/b.pdf", new DocumentProblem.OutputUnwritable(Path.of("/d")));
        ready(People.clerk());
        personWith("1234", "1234");
        model.start();
        assertThat(states()).containsExactly("Signed", "Failed", "Signed");
        desk.heal();
        model.retry(model.documents().signable());
        assertThat(desk.requests().get(1).documents())
                .singleElement()
                .satisfies(document -> assertThat(document.input()).isEqualTo(THREE.get(1)));
        assertThat(states()).containsOnly("Signed");
    }

    /** A batch of which b.pdf failed for a reason that is gone. */
    private void oneFailed() {
        desk.failing("/d/b.pdf", new DocumentProblem.OutputUnwritable(Path.of("/d")));
        ready(People.clerk());
        personWith("1234", "1234");
        model.start();
        desk.heal();
    }

    private void keysNow(SignerOption... options) {
        desk.clearSigners();
        desk.with(options);
        model.signers().look();
    }

    private void isBackAtTheList() {
        assertThat(desk.requests()).as("batches").hasSize(1);
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.documents().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("b.pdf"));
    }

    @Test
    void retryWithTheCardGoneGoesBackToTheList() {
        oneFailed();
        keysNow();
        model.retry(model.documents().signable());
        isBackAtTheList();
        assertThat(model.action().get()).isEqualTo(new MainAction.NobodySigns());
    }

    @Test
    void retryWithTheCardBackAmongSeveralAsksWhoSigns() {
        oneFailed();
        keysNow();
        keysNow(People.clerk(), People.clerkOf("Consell Comarcal", 2));
        model.retry(model.documents().signable());
        isBackAtTheList();
        assertThat(model.action().get()).isEqualTo(new MainAction.ChooseSigner(2, 2));
    }

    @Test
    void retryNeverSignsWithAnotherCard() {
        oneFailed();
        keysNow(People.clerkOf("Consell Comarcal", 2));
        assertThat(model.signers().chosen().get()).contains(People.clerkOf("Consell Comarcal", 2));
        model.retry(model.documents().signable());
        isBackAtTheList();
    }

    @Test
    void retrySignsWithTheSameCardOnceItIsBack() {
        oneFailed();
        keysNow();
        keysNow(People.clerk());
        model.retry(model.documents().signable());
        assertThat(desk.requests())
                .extracting(request -> request.credential().id())
                .containsExactly(
                        People.clerk().credential().id(),
                        People.clerk().credential().id());
        assertThat(states()).containsOnly("Signed");
    }

    /** Signing it again would be signing what nobody has seen. */
    @Test
    void whatChangedIsShownAnewBeforeItIsSigned() {
        desk.failing("/d/b.pdf", new DocumentProblem.DocumentChanged(THREE.get(1)));
        ready(People.clerk());
        personWith("1234", "1234");
        model.start();
        DocumentRow before = model.documents().rows().get(1);
        desk.heal();
        model.retry(model.documents().signable());
        assertThat(desk.requests()).hasSize(1);
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.documents().rows()).singleElement().satisfies(row -> {
            assertThat(row).isNotSameAs(before);
            assertThat(row.name()).isEqualTo("b.pdf");
            assertThat(row.state().get()).isInstanceOf(DocumentState.Ready.class);
        });
        model.start();
        assertThat(states()).containsExactly("Signed");
    }

    // What nobody expected, on a worker's thread: the window is told, and waits for nothing.

    private final Error fault = new NoClassDefFoundError("cat/segell/Missing");
    private final Problem told = new InternalFault("java.lang.NoClassDefFoundError");

    @Test
    void aFaultWhileLookingEndsTheLook() {
        desk.with(People.clerk()).breaking(fault);
        assertThatThrownBy(model.signers()::look).isSameAs(fault);
        assertThat(model.signers().looking().get()).isFalse();
        assertThat(model.signers().found().get().problems()).containsExactly(told);
        desk.heal();
        model.signers().look();
        assertThat(model.signers().chosen().get()).contains(People.clerk());
    }

    @Test
    void aFaultOfThePracticeCardEndsTheLook() {
        desk.breaking(fault);
        assertThatThrownBy(model.signers()::usePractice).isSameAs(fault);
        assertThat(model.signers().looking().get()).isFalse();
        assertThat(model.signers().found().get().problems()).containsExactly(told);
    }

    @Test
    void aFaultWhileReadingLeavesNoDocumentUnmentioned() {
        desk.breaking(fault);
        assertThatThrownBy(() -> model.documents().add(THREE)).isSameAs(fault);
        assertThat(model.documents().reading().get()).isZero();
        assertThat(states()).containsExactly("Ready", "Refused", "Refused");
        assertThat(model.documents().rows().getLast().problem()).contains(told);
    }

    @Test
    void aFaultWhileSigningEndsTheBatch() {
        ready(People.clerk());
        personWith("1234");
        desk.pace(index -> {
            if (index == 1) {
                throw fault;
            }
        });
        assertThatThrownBy(model::start).isSameAs(fault);
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.batch().refusal().get()).contains(told);
        assertThat(states()).containsExactly("Signed", "Failed", "Waiting");
    }

    @Test
    void tellsTheTimeLeftOnceItCanBeMeasured() {
        List<Optional<Duration>> left = new ArrayList<>();
        desk.pace(_ -> {
            left.add(model.batch().timeLeft());
            now = now.plusSeconds(4);
        });
        ready(People.clerk());
        personWith("1234");
        model.start();
        assertThat(left).containsExactly(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(4)));
    }

    @Test
    void asksForNoReceiptUnlessThePersonDoes() {
        ready(People.clerk());
        personWith("1234");
        model.start();
        assertThat(desk.requests().getFirst().notarise()).isFalse();
        assertThat(desk.requests().getFirst().output()).isEmpty();
    }

    @Test
    void startsAnewWithAnEmptyList() {
        ready(People.clerk());
        personWith("1234");
        model.start();
        model.signMore();
        assertThat(model.documents().rows()).isEmpty();
        assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.signers().chosen().get()).isPresent();
    }
}
