// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.PinRule;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What of a PIN reaches a card where its driver dies or hangs, just before or just after the card has answered; counted on the
 * card. The key wants its PIN each time. While one driver hangs others go on, each with a daemon of its own.
 */
@Tag("system")
@Tag("privileged")
@Execution(ExecutionMode.CONCURRENT)
class PinWithFaultyDriverTest {

    private static final TestPki PKI = TestPki.create();
    private static final String RIGHT = VirtualPivCard.PIN;

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private FaultyModule driver;
    private Pkcs11Source source;
    private VirtualPivCard card;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        driver = FaultyModule.build(folder.resolve("driver"), PcscDaemon.OPENSC);
        source = Sources.of(List.of(driver.path()), daemon.setup().with(CardInUse.PATIENCE));
        card = VirtualPivCard.employee(PKI);
        daemon.reader().insert(card);
    }

    @AfterEach
    void stop() {
        source.close();
        daemon.close();
    }

    /**
     * @param signatures made before the driver fails, once the key is open
     */
    record Case(int signatures, Function at, Fault fault) {

        /** The PIN for a signature was shown, and no signature is made with it: the one more that can't be avoided. */
        int beyond() {
            boolean after = reachesTheCard(fault);
            return (at == Function.LOGIN && after) || (at == Function.SIGN && !after) ? 1 : 0;
        }
    }

    private static boolean reachesTheCard(Fault fault) {
        return fault.name().endsWith("_AFTER");
    }

    /** At a later signature one of each kind is enough: what is kept of the entry is the same then. */
    static Stream<Case> cases() {
        return Stream.concat(cases(0, faults()), cases(1, Stream.of(Fault.CRASH, Fault.HANG, Fault.LEAVE_AFTER)));
    }

    private static Stream<Case> cases(int signatures, Stream<Fault> faults) {
        return faults.flatMap(fault -> Stream.of(Function.SIGN_INIT, Function.LOGIN, Function.SIGN)
                .map(at -> new Case(signatures, at, fault)));
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.CRASH, Fault.LEAVE, Fault.HANG, Fault.CRASH_AFTER, Fault.LEAVE_AFTER, Fault.HANG_AFTER);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNextSignatureTakesANewEntry(Case each) throws Exception {
        Person person = Person.entering(RIGHT, RIGHT);
        try (OpenCredential open = source.open(chosen(), card.history().watching(person))) {
            for (int i = 0; i < each.signatures(); i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
            driver.misbehave(each.at(), each.fault());
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOfAny(DriverCrashed.class, DriverHung.class);
            assertThat(person.asked()).hasSize(1);
            driver.behave();
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(person.asked())
                .as("nothing is sent again without the person")
                .hasSize(2);
        PinRule.assertObeyedBut(each.beyond(), card.history());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aLoginThatCameToNothingIsNotRepeated(Fault fault) throws Exception {
        Credential chosen = chosen();
        Person person = Person.entering(RIGHT, RIGHT);
        PinEntry watched = card.history().watching(person);
        driver.misbehave(Function.LOGIN, fault);
        assertThat(Problems.of(() -> source.open(chosen, watched)))
                .isInstanceOfAny(DriverCrashed.class, DriverHung.class);
        assertThat(person.asked()).hasSize(1);
        assertThat(card.history().verifications()).isEqualTo(reachesTheCard(fault) ? 1 : 0);
        driver.behave();
        try (OpenCredential open = source.open(chosen, watched)) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        PinRule.assertObeyed(card.history());
    }

    private Credential chosen() {
        return VirtualPivCard.signer(source);
    }
}
