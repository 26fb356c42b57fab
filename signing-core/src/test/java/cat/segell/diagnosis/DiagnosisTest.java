// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.AssuranceLevel;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateHolder;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.PinTries.Left;
import cat.segell.credential.Token;
import cat.segell.diagnosis.Fact.CardKind;
import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.CardSoftware;
import cat.segell.diagnosis.Fact.CardWithdrawn;
import cat.segell.diagnosis.Fact.CertificateSeen;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.diagnosis.Fact.Hidden;
import cat.segell.diagnosis.Fact.Holds;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.diagnosis.Fact.ReaderSeen;
import cat.segell.diagnosis.Fact.ReaderService;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Fact.Unseen;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.CertificateProblem.CertNotForSigning;
import cat.segell.problem.CertificateProblem.CertNotYetValid;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverUnsafe;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.KeyProblem.KeyTooWeak;
import cat.segell.problem.KeyProblem.KeyWithoutCertificate;
import cat.segell.problem.KeyProblem.SystemStoreFailed;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscNone;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From facts to findings: no reader, card or driver is needed. */
class DiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String READER = "Lector 00 00";
    private static final String ATR = "3B 7F 96";
    private static final Path DRIVER = Path.of("/usr/lib/a.so");
    private static final Path OTHER = Path.of("/usr/lib/b.so");
    private static final CardKind NOBODYS = new CardKind(List.of(), List.of(), false);
    private static final CardSoftware KIT = new CardSoftware("Kit", Optional.of("install it"), List.of());
    private static final Fact SERVICE = new ReaderService(Optional.empty());
    private static final Fact WITH_CARD = new ReaderSeen(READER, Holds.CARD);
    private static final Fact WORKS = new DriverSeen(DRIVER, List.of(), List.of());

    // Readers.

    static Stream<Problem> obstacles() {
        return Stream.of(new PcscNone(), new PcscServiceDown(), new PcscForbidden());
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void whatKeepsFromAskingReadersIsTheOnlyThingToldOfThem(Problem obstacle) {
        assertThat(told(new ReaderService(Optional.of(obstacle)))).containsExactly("fault " + obstacle.code());
    }

    @Test
    void noReader() {
        assertThat(told(SERVICE)).containsExactly("fault READER-NONE");
    }

    @Test
    void readersWithoutCard() {
        assertThat(told(SERVICE, new ReaderSeen(READER, Holds.NOTHING), new ReaderSeen("Other", Holds.NOTHING)))
                .containsExactly("fault CARD-NONE");
    }

    @Test
    void aCardThatDoesNotAnswerIsNoEmptyReader() {
        assertThat(told(SERVICE, new ReaderSeen(READER, Holds.MUTE), new ReaderSeen("Other", Holds.NOTHING)))
                .containsExactly("fault CARD-MUTE");
    }

    @Test
    void aReaderThatSaysNothingIsNoEmptyReader() {
        assertThat(told(SERVICE, new ReaderSeen(READER, Holds.UNTOLD))).containsExactly("fault READER-UNAVAILABLE");
    }

    @Test
    void whoseKeyIsElsewhereNeedsNoReader() {
        assertThat(told(new ReaderService(Optional.of(new PcscNone())), soft(PinState.READY), certificate()))
                .containsExactly("warning PCSC-NONE", "ok CERT-READY");
    }

    // Cards.

    @Test
    void aCardThatNobodyKnowsIsToldWithItsAnswer() {
        List<Finding> findings = findings(SERVICE, WITH_CARD, card(List.of(), List.of(), List.of()), WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-UNKNOWN");
        assertThat(findings.getFirst().problem().facts()).containsEntry("atr", ATR);
        assertThat(findings.getFirst().advice()).containsExactly("install it");
    }

    @Test
    void aCardWhoseDriverIsNotThere() {
        List<Finding> findings = findings(SERVICE, WITH_CARD, card(List.of("T-CAT"), List.of(), List.of()), WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-WITHOUT-DRIVER");
        assertThat(findings.getFirst().advice()).containsExactly("install it");
    }

    static Stream<Problem> driversFaults() {
        return Stream.of(
                new DriverMissing(DRIVER),
                new DriverWrongArch(DRIVER, "Linux, aarch64", "Linux, x86_64"),
                new DriverUnsafe(DRIVER, Path.of("/usr/lib")),
                new DriverChanged(DRIVER));
    }

    /** Not that it doesn't read the card, which follows from it. */
    @ParameterizedTest
    @MethodSource("driversFaults")
    void aCardWhoseDriverCanNotBeLoadedSaysWhy(Problem why) {
        assertThat(told(
                        SERVICE,
                        WITH_CARD,
                        card(List.of("T-CAT"), List.of(DRIVER), List.of()),
                        new DriverSeen(DRIVER, List.of(), List.of(why))))
                .containsExactly("fault " + why.code());
    }

    /** Nobody is told to install what is here; what else may read it, yes. */
    @Test
    void aCardThatItsDriverDoesNotRead() {
        CardSeen card = new CardSeen(
                READER,
                Optional.of(ATR),
                false,
                new CardKind(List.of("T-CAT"), List.of("two PINs"), false),
                List.of(
                        new CardSoftware("Own", Optional.of("install own"), List.of()),
                        new CardSoftware("Kit", Optional.of("install kit"), List.of(DRIVER))),
                List.of(),
                List.of());
        List<Finding> findings = findings(SERVICE, WITH_CARD, card, WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-UNREAD");
        assertThat(findings.getFirst().problem().facts()).containsEntry("software", List.of("Kit"));
        assertThat(findings.getFirst().advice()).containsExactly("two PINs", "install own");
    }

    /** Whatever is installed or isn't: nothing reads it again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCardThatIsClosedNeedsNoDriver(boolean driver) {
        CardSeen card = new CardSeen(
                READER,
                Optional.of(ATR),
                false,
                new CardKind(List.of("Closed DNI"), List.of("a new one is needed"), true),
                List.of(new CardSoftware("Kit", Optional.of("install it"), driver ? List.of(DRIVER) : List.of())),
                List.of(),
                List.of());
        List<Finding> findings = findings(SERVICE, WITH_CARD, card, WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-CLOSED");
        assertThat(findings.getFirst().advice()).containsExactly("a new one is needed");
    }

    /** Where somebody asks for just that card, the answer is what the driver lacks. */
    @Test
    void ofACardWhoseDriverIsBrokenTheDriversFaultIsTold() {
        Problem why = new DriverChanged(DRIVER);
        assertThat(UnreadCard.of(List.of(
                        card(List.of("T-CAT"), List.of(DRIVER), List.of()),
                        new DriverSeen(OTHER, List.of(new DriverCrashed(OTHER)), List.of()),
                        new DriverSeen(DRIVER, List.of(), List.of(why)))))
                .containsExactly(new UnreadCard(READER, why, List.of(), Optional.empty()));
    }

    @Test
    void aCardThatIsReadIsNotUnread() {
        assertThat(UnreadCard.of(List.of(read()))).isEmpty();
    }

    @Test
    void aCardThatAnotherProgramKeeps() {
        CardSeen held = new CardSeen(READER, Optional.of(ATR), true, NOBODYS, List.of(KIT), List.of(), List.of());
        List<Finding> findings = findings(SERVICE, WITH_CARD, held, WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-HELD");
        assertThat(findings.getFirst().advice()).isEmpty();
    }

    @Test
    void aCardThatHasNotSaidWhatItIs() {
        CardSeen silent = new CardSeen(READER, Optional.empty(), false, NOBODYS, List.of(KIT), List.of(), List.of());
        List<Finding> findings = findings(SERVICE, WITH_CARD, silent, WORKS);
        assertThat(codes(findings)).containsExactly("fault CARD-MUTE");
        assertThat(findings.getFirst().advice()).isEmpty();
    }

    @Test
    void aCardThatTwoDriversReadIsWorthAWarningWhereOneOfThemBreaks() {
        Fact both = card(List.of("T-CAT"), List.of(DRIVER, OTHER), List.of(DRIVER, OTHER));
        Fact token = soft(PinState.READY);
        assertThat(told(SERVICE, WITH_CARD, both, WORKS, token, certificate()))
                .containsExactly("ok DRIVER-CONFLICT", "ok CERT-READY");
        Fact breaks = new DriverSeen(OTHER, List.of(new DriverCrashed(OTHER)), List.of());
        assertThat(told(SERVICE, WITH_CARD, both, WORKS, breaks, token, certificate()))
                .containsExactly("warning DRIVER-CONFLICT", "warning DRIVER-CRASHED", "ok CERT-READY");
    }

    // Drivers.

    @Test
    void aDriverThatBreaksOrHangsMayHideACard() {
        assertThat(told(
                        new DriverSeen(DRIVER, List.of(new DriverCrashed(DRIVER)), List.of()),
                        new DriverSeen(
                                OTHER, List.of(new DriverHung(OTHER, Optional.of("C_Initialize"), 30)), List.of())))
                .containsExactly("fault DRIVER-CRASHED", "fault DRIVER-HUNG");
    }

    @Test
    void aDriverThatNobodyAskedForAndNoCardNeedsIsNobodysConcern() {
        assertThat(told(new DriverSeen(DRIVER, List.of(), List.of(new DriverMissing(DRIVER)))))
                .isEmpty();
    }

    @Test
    void aDriverThatTheAdministratorUpdatedKeepsNobodyFromSigning() {
        assertThat(told(new Unseen(new DriverUpdated(DRIVER)))).containsExactly("warning DRIVER-UPDATED");
    }

    // Tokens.

    @ParameterizedTest
    @CsvSource({
        "LOCKED, fault TOKEN-LOCKED",
        "PUK_LOCKED, fault PUK-LOCKED",
        "NOT_SET, fault PIN-NOT-SET",
        "TO_BE_CHANGED, fault PIN-TO-BE-CHANGED",
    })
    void theStateOfThePinIsToldBeforeAnybodyIsAsked(PinState state, String told) {
        assertThat(told(SERVICE, WITH_CARD, read(), WORKS, soft(state), certificate(state)))
                .first()
                .isEqualTo(told);
    }

    @Test
    void theTriesOfAPinAreToldWhateverElseIsToBeSaidOfIt() {
        assertThat(told(soft(Left.LAST), certificate())).containsExactly("warning PIN-FINAL-TRY", "ok CERT-READY");
        assertThat(told(soft(Left.FEW), certificate())).containsExactly("warning PIN-TRIES-LOW", "ok CERT-READY");
        assertThat(told(soft(PinState.TO_BE_CHANGED, Left.LAST), certificate(PinState.TO_BE_CHANGED)))
                .containsExactly("fault PIN-TO-BE-CHANGED", "warning PIN-FINAL-TRY");
        assertThat(told(soft(PinState.LOCKED, Left.LAST), certificate(PinState.LOCKED)))
                .containsExactly("fault TOKEN-LOCKED");
    }

    private static TokenSeen soft(Left tries) {
        return soft(PinState.READY, tries);
    }

    private static TokenSeen soft(PinState pin, Left tries) {
        Token token = new Token("T-CAT", "1", pin, PinTries.told(tries));
        return new TokenSeen(token, false, false, soft(pin).routes());
    }

    /** A certificate behind a locked PIN is no other way to sign. */
    @Test
    void whatIsLockedCanNotSign() {
        assertThat(told(soft(PinState.LOCKED), certificate(PinState.LOCKED))).containsExactly("fault TOKEN-LOCKED");
    }

    @Test
    void whoHasAnotherCardIsNotKeptFromSigningByALockedOne() {
        assertThat(told(soft(PinState.LOCKED), certificate(PinState.LOCKED), certificate()))
                .containsExactly("warning TOKEN-LOCKED", "ok CERT-READY");
    }

    @Test
    void theIssuersOwnWayStandsBesideTheRemedy() {
        assertThat(findings(soft(PinState.LOCKED)).getFirst().advice()).containsExactly("unblock", "puk");
        assertThat(findings(soft(PinState.PUK_LOCKED)).getFirst().advice()).containsExactly("puk");
        assertThat(findings(soft(PinState.NOT_SET)).getFirst().advice()).containsExactly("unblock", "puk");
        assertThat(findings(soft(PinState.TO_BE_CHANGED)).getFirst().advice()).containsExactly("change");
    }

    @Test
    void anEmptyToken() {
        assertThat(told(token(PinState.READY, true, false))).containsExactly("fault TOKEN-EMPTY");
    }

    @Test
    void practiceKeepsNobodyFromSigning() {
        assertThat(told(
                        token(PinState.LOCKED, false, true),
                        certificate(Optional.of(new CertExpired("Maria Prova", NOW)), NOW.minusSeconds(1), true, "P")))
                .containsExactly("warning TOKEN-LOCKED", "warning CERT-EXPIRED");
    }

    // Certificates.

    @Test
    void allIsWell() {
        assertThat(told(SERVICE, WITH_CARD, read(), WORKS, soft(PinState.READY), certificate()))
                .containsExactly("ok CERT-READY");
    }

    @Test
    void aTokenWithoutCertificate() {
        assertThat(told(soft(PinState.READY), new Hidden(new KeyWithoutCertificate("pkcs11:token=T"))))
                .containsExactly("fault CERT-NONE", "warning KEY-WITHOUT-CERTIFICATE");
    }

    @Test
    void practiceIsNoCertificateToSignWith() {
        assertThat(told(soft(PinState.READY), certificate(Optional.empty(), NOW.plus(Duration.ofDays(900)), true, "P")))
                .containsExactly("fault CERT-NONE");
    }

    @Test
    void onlyOneForLogIn() {
        Fact login = certificate(
                Optional.of(new CertNotForSigning("Maria Prova")), NOW.plus(Duration.ofDays(900)), false, "A");
        assertThat(told(soft(PinState.READY), login))
                .containsExactly("fault CERT-NONE", "warning CERT-NOT-FOR-SIGNING");
        assertThat(told(soft(PinState.READY), login, certificate()))
                .containsExactly("ok CERT-NOT-FOR-SIGNING", "ok CERT-READY");
    }

    /** It tells for itself why nothing is there to sign with. */
    @Test
    void aKeyThatNoSignatureHoldsWith() {
        Fact weak = certificate(Optional.of(new KeyTooWeak("RSA 1024")), NOW.plus(Duration.ofDays(900)), false, "A");
        assertThat(told(soft(PinState.READY), weak)).containsExactly("fault KEY-TOO-WEAK");
        assertThat(told(soft(PinState.READY), weak, certificate())).containsExactly("ok KEY-TOO-WEAK", "ok CERT-READY");
    }

    @Test
    void expiredSoonAndEarly() {
        assertThat(told(expired())).containsExactly("fault CERT-EXPIRED");
        assertThat(findings(expired()).getFirst().advice()).containsExactly("renew");
        assertThat(told(expired(), certificate(Optional.empty(), NOW.plus(Duration.ofDays(900)), false, "Another")))
                .containsExactly("warning CERT-EXPIRED", "ok CERT-READY");
        Fact soon = certificate(Optional.empty(), NOW.plus(Duration.ofDays(20)), false, "A");
        assertThat(told(soon)).containsExactly("warning CERT-EXPIRES-SOON");
        assertThat(findings(soon).getFirst().advice()).containsExactly("renew");
        assertThat(told(certificate(
                        Optional.of(new CertNotYetValid("Maria Prova", NOW.plusSeconds(60))),
                        NOW.plus(Duration.ofDays(900)),
                        false,
                        "A")))
                .containsExactly("fault CERT-NOT-YET-VALID");
    }

    @Test
    void whatWasRenewedIsNotMissed() {
        Fact next = certificate(Optional.empty(), NOW.plus(Duration.ofDays(1000)), false, "A");
        assertThat(told(expired(), next)).containsExactly("ok CERT-EXPIRED", "ok CERT-READY");
        assertThat(told(certificate(Optional.empty(), NOW.plus(Duration.ofDays(10)), false, "A"), next))
                .containsExactly("ok CERT-READY");
    }

    @Test
    void nobodyMissesIssuersAndSecondSights() {
        assertThat(told(new Hidden(new CertIssuesOthers("CA")), new Hidden(new CertSeenTwice("Maria", "pkcs11:"))))
                .isEmpty();
    }

    @Test
    void aStoreThatCouldNotBeOpened() {
        assertThat(told(new Unseen(new SystemStoreFailed("Windows")))).containsExactly("fault SYSTEM-STORE-FAILED");
    }

    // The whole.

    @Test
    void theWorstComesFirstAndNothingTwice() {
        List<Fact> facts = new ArrayList<>(List.of(soft(Left.LAST), soft(Left.LAST)));
        facts.add(new DriverSeen(DRIVER, List.of(new DriverCrashed(DRIVER)), List.of()));
        assertThat(told(facts.toArray(Fact[]::new)))
                .containsExactly("fault DRIVER-CRASHED", "fault CERT-NONE", "warning PIN-FINAL-TRY");
    }

    @Test
    void everyProbeIsAsked() {
        Diagnosis diagnosis = new Diagnosis(
                List.of(() -> List.of(SERVICE), () -> List.of(soft(PinState.LOCKED))),
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(codes(diagnosis.run()))
                .containsExactly("fault READER-NONE", "fault TOKEN-LOCKED", "fault CERT-NONE");
    }

    private static List<Finding> findings(Fact... facts) {
        return Diagnosis.conclude(new Facts(NOW, List.of(facts)));
    }

    private static List<String> told(Fact... facts) {
        return codes(findings(facts));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.severity().word() + " " + each.problem().code())
                .toList();
    }

    private static CardSeen card(List<String> kinds, List<Path> drivers, List<Path> readers) {
        return new CardSeen(
                READER,
                Optional.of(ATR),
                false,
                new CardKind(kinds, List.of(), false),
                List.of(new CardSoftware("Kit", Optional.of("install it"), drivers)),
                List.of(),
                readers);
    }

    private static CardSeen read() {
        return card(List.of("T-CAT"), List.of(DRIVER), List.of(DRIVER));
    }

    private static TokenSeen soft(PinState pin) {
        return token(pin, false, false);
    }

    private static TokenSeen token(PinState pin, boolean empty, boolean practice) {
        return new TokenSeen(
                token(pin), empty, practice, new PinRoutes(List.of("unblock"), List.of("puk"), List.of("change")));
    }

    private static Token token(PinState pin) {
        return new Token("T-CAT", "1", pin, PinTries.ENOUGH);
    }

    @Test
    void aCertificateOnACardThatWasWithdrawnIsNotCalledReady() {
        List<Finding> findings =
                findings(soft(PinState.READY), certificate(), withdrawn(facts(NOW.plus(Duration.ofDays(900)), "A")));
        assertThat(codes(findings)).contains("warning CERT-CARD-WITHDRAWN").doesNotContain("ok CERT-READY");
        assertThat(findings.stream()
                        .filter(each -> each.problem().code().equals("CERT-CARD-WITHDRAWN"))
                        .map(Finding::advice))
                .containsExactly(List.of("revoked in October"));
    }

    /** One doesn't keep a person from hearing the other. */
    @Test
    void aCertificateOnACardThatWasWithdrawnAndExpiresSoonIsSaidToBeBoth() {
        CertificateFacts facts = facts(NOW.plus(Duration.ofDays(20)), "A");
        List<Finding> findings = findings(
                soft(PinState.READY),
                new CertificateSeen(facts, Optional.empty(), token(PinState.READY), false, List.of("renew")),
                withdrawn(facts));
        assertThat(codes(findings)).contains("warning CERT-CARD-WITHDRAWN", "warning CERT-EXPIRES-SOON");
    }

    private static CardWithdrawn withdrawn(CertificateFacts facts) {
        return new CardWithdrawn(
                facts, new CertCardWithdrawn(facts.holder(), facts.notBefore()), List.of("revoked in October"));
    }

    private static Fact certificate() {
        return certificate(PinState.READY);
    }

    private static Fact certificate(PinState pin) {
        return new CertificateSeen(
                facts(NOW.plus(Duration.ofDays(900)), "A"), Optional.empty(), token(pin), false, List.of("renew"));
    }

    private static Fact certificate(Optional<Problem> unfit, Instant notAfter, boolean practice, String organisation) {
        return new CertificateSeen(
                facts(notAfter, organisation), unfit, token(PinState.READY), practice, List.of("renew"));
    }

    private static Fact expired() {
        Instant end = NOW.minus(Duration.ofDays(3));
        return certificate(Optional.of(new CertExpired("Maria Prova", end)), end, false, "A");
    }

    private static CertificateFacts facts(Instant notAfter, String organisation) {
        return new CertificateFacts(
                "00",
                CertificateKind.PUBLIC_EMPLOYEE,
                Optional.of(AssuranceLevel.HIGH),
                CertificatePurpose.SIGNATURE,
                new CertificateHolder(
                        "Maria Prova",
                        Optional.of(organisation),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("00000000T")),
                QualifiedClaims.NONE,
                "CA",
                notAfter.minus(Duration.ofDays(1020)),
                notAfter,
                false);
    }
}
