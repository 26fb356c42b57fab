// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.PracticeMark;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.certificate.SigningRule;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.reference.KeyReference;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.PracticeUnknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeModelsTest {

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

    @ParameterizedTest
    @EnumSource
    void everyCardIsMarkedAndClaimsNothing(PracticeModel model) throws Exception {
        Credential signature = find(model.reference());
        assertThat(signature.practice()).isTrue();
        assertThat(signature.key()).isEqualTo(model.reference());
        List<Credential> both = card.list().credentials();
        assertThat(both).hasSize(2);
        for (Credential each : both) {
            X509Certificate certificate = each.certificate();
            assertThat(PracticeMark.isOn(certificate)).isTrue();
            assertThat(certificate.getSubjectX500Principal().getName()).contains("practice: no legal value");
            assertThat(certificate.getExtensionValue("2.5.29.56")).isNotNull();
            assertThat(facts(each).claims()).isEqualTo(QualifiedClaims.NONE);
            certificate.verify(each.issuers().getFirst().getPublicKey());
            assertThat(authority.anchors()).contains(each.issuers().getFirst());
        }
    }

    static Stream<Arguments> people() {
        return Stream.of(
                arguments("practice:", "public-employee medium MARIA PROVA EXEMPLE 00000000T"),
                arguments("practice:tcat", "public-employee high ROSA MODEL EXEMPLE 00000002W"),
                arguments("practice:dnie", "citizen - JOANA ASSAIG EXEMPLE 00000003A"),
                arguments("practice:pseudonym", "pseudonym high PR-0042 -"),
                arguments("practice:cloud", "public-employee medium MARIA PROVA EXEMPLE 00000000T"));
    }

    @ParameterizedTest
    @MethodSource("people")
    void cardsAreOfTheirKind(String reference, String expected) throws Exception {
        CertificateFacts facts = facts(find(reference));
        assertThat(String.join(
                        " ",
                        facts.kind().word(),
                        facts.level().map(level -> level.word()).orElse("-"),
                        facts.holder(),
                        facts.nif().orElse("-")))
                .isEqualTo(expected);
    }

    /** As on the real one, nothing but the policy tells its log-in certificate. */
    @Test
    void dnieHasALoginCertificateWithoutExtendedUsage() throws Exception {
        find("practice:dnie");
        Credential login = card.list().credentials().getLast();
        assertThat(login.certificate().getExtendedKeyUsage()).isNull();
        assertThat(SigningRule.against(login.certificate(), Instant.now(), false)
                        .map(Problem::code))
                .contains("CERT-NOT-FOR-SIGNING");
    }

    @Test
    void expiredAndExpiringAreWhatTheySay() throws Exception {
        assertThat(SigningRule.against(find("practice:expired").certificate(), Instant.now(), false)
                        .map(Problem::code))
                .contains("CERT-EXPIRED");
        Instant ends = facts(find("practice:expiring")).notAfter();
        assertThat(Duration.between(Instant.now(), ends)).isBetween(Duration.ofDays(20), Duration.ofDays(21));
    }

    /** Signatures of the card before must stay checkable. */
    @Test
    void expiringCardIsMadeAgainAndTheOldAuthorityIsKept() throws Exception {
        Credential before = find("practice:expiring");
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(22)), ZoneOffset.UTC);
        PracticeAuthority then = new PracticeAuthority(home.resolve("practice"), later);
        PracticeCard again = new PracticeCard(then, pauses::add);
        Credential after = again.find(KeyReference.parse("practice:expiring"), Person.absent())
                .getFirst();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(facts(after).notAfter()).isAfter(later.instant());
        assertThat(then.anchors())
                .contains(before.issuers().getFirst(), after.issuers().getFirst());
    }

    @Test
    void newCardsLeaveAnOlderHomeAsItIs() throws Exception {
        Credential old = find("practice:");
        for (PracticeModel model : PracticeModel.values()) {
            find(model.reference());
        }
        assertThat(find("practice:").id()).isEqualTo(old.id());
        assertThat(card.list().credentials()).hasSize(2 * PracticeModel.values().length);
        assertThat(card.list().credentials().stream()
                        .map(each -> each.token().serial())
                        .distinct())
                .hasSize(PracticeModel.values().length);
    }

    @Test
    void lastTryStaysTheLastTry() throws Exception {
        assertThat(find("practice:last-try").token().onLastTry()).isTrue();
        open("practice:last-try", Person.entering("1234")).close();
        assertThat(find("practice:last-try").token().onLastTry()).isTrue();
        assertThat(Problems.of(() -> open("practice:last-try", Person.entering("0000"))))
                .isInstanceOf(TokenLocked.class);
        card.reset();
        assertThat(find("practice:last-try").token().onLastTry()).isTrue();
    }

    @Test
    void pinPadAsksForNothingHere() throws Exception {
        List<PinRequest> told = new ArrayList<>();
        List<PinRequest> over = new ArrayList<>();
        PinEntry entry = atReader((request, _) -> {
            told.add(request);
            return () -> over.add(request);
        });
        try (OpenCredential open = open("practice:pin-pad", entry)) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(told)
                .singleElement()
                .satisfies(request -> assertThat(request.token().keypad()).isTrue());
        assertThat(over).isEqualTo(told);
        assertThat(pauses).contains(Duration.ofSeconds(2));
    }

    @Test
    void pinPadCanBeCancelledAndLosesNoTry() throws Exception {
        PinEntry cancelling = atReader((_, cancel) -> {
            cancel.run();
            return () -> {};
        });
        assertThat(Problems.of(() -> open("practice:pin-pad", cancelling))).isInstanceOf(PinCancelled.class);
        assertThat(find("practice:pin-pad").token().tries().number()).hasValue(3);
    }

    private static PinEntry atReader(BiFunction<PinRequest, Runnable, PinEntry.Waiting> told) {
        return new PinEntry() {
            @Override
            public Pin ask(PinRequest request) {
                throw new AssertionError("the PIN belongs to the reader's keys");
            }

            @Override
            public Waiting onReader(PinRequest request, Runnable cancel) {
                return told.apply(request, cancel);
            }
        };
    }

    @Test
    void slowCardTakesSevenHundredMillisecondsASignature() throws Exception {
        try (OpenCredential open = open("practice:slow", Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(pauses).containsExactly(Duration.ofMillis(700), Duration.ofMillis(700));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("removed-after-2", TokenRemoved.class),
                arguments("crashed-after-2", DriverCrashed.class),
                arguments("hung-after-2", DriverHung.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void failsAsItWasTold(String fault, Class<? extends Problem> problem) throws Exception {
        String reference = "practice:tcat?fault=" + fault;
        assertThat(find(reference).key()).isEqualTo(reference);
        try (OpenCredential open = open(reference, Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(problem);
        }
        try (OpenCredential open = open("practice:tcat", Person.entering("1234"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
    }

    @Test
    void corruptedSignatureDoesNotFit() throws Exception {
        try (OpenCredential open = open("practice:?fault=corrupted-after-1", Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isFalse();
        }
    }

    @Test
    void refusedPinCostsATry() throws Exception {
        assertThat(Problems.of(() -> open("practice:?fault=pin-refused", Person.entering("1234"))))
                .isEqualTo(new PinWrong("Segell Practice", OptionalInt.of(2), true));
        assertThat(find("practice:").token().tries().number()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "practice:visa",
                "practice:plain",
                "practice:?fault=smoke",
                "practice:tcat?fualt=hung-after-1",
                "practice:tcat?hung-after-1",
                "practice:tcat?fault=removed-after-",
                "practice:tcat?fault=removed-after-9999999"
            })
    void unknownCardsAndFaultsAreRefused(String reference) {
        assertThat(Problems.of(() -> find(reference))).isInstanceOf(PracticeUnknown.class);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void damagedCardKeepsNoOtherFromWorking() throws Exception {
        Credential good = find("practice:slow");
        find("practice:tcat");
        Files.writeString(home.resolve("practice/tcat/set/authority.cer"), "x");
        assertThat(card.list().problems()).singleElement().isInstanceOf(KeyFileBroken.class);
        assertThat(card.list().credentials()).contains(good);
        card.open(good, Person.entering("1234")).close();
        card.reset();
        assertThat(card.list().problems()).isEmpty();
    }

    private Credential find(String reference) throws ProblemException {
        return card.find(KeyReference.parse(reference), Person.absent()).getFirst();
    }

    private OpenCredential open(String reference, PinEntry entry) throws ProblemException {
        return card.open(find(reference), entry);
    }

    private static CertificateFacts facts(Credential credential) {
        return CertificateReader.read(credential.certificate());
    }
}
