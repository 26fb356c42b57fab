// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.PresenceInReaders;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.Fault;
import cat.segell.card.fixture.piv.PinRule;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.installed.KnownModule;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.fixture.TestPki;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What of a PIN reaches a card, counted on the card, where it is pulled or refuses at each of the commands that signing takes.
 * OpenSC hangs over some of them: others go on meanwhile, each with a daemon of its own.
 */
@Tag("system")
@Tag("privileged")
@Execution(ExecutionMode.CONCURRENT)
class PinAtAnyCommandTest {

    private static final TestPki PKI = TestPki.create();
    private static final String RIGHT = VirtualPivCard.PIN;

    /** Opening and two signatures take as many commands, where those in parts count once. */
    private static final int COMMANDS = 14;

    /** Of these, the ones that use the key; a PIN for just that came before. */
    private static final Set<Integer> SIGNATURES = Set.of(11, 14);

    /** And those that bring that PIN: what is refused was seen. */
    private static final Set<Integer> PINS_FOR_SIGNATURES = Set.of(10, 13);

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private Pkcs11Source source;
    private VirtualPivCard card;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(PcscDaemon.OPENSC)),
                daemon.setup().with(CardInUse.PATIENCE),
                new PresenceInReaders(daemon::seen),
                CardKinds.UNKNOWN);
        card = VirtualPivCard.employee(PKI);
    }

    @AfterEach
    void stop() {
        source.close();
        daemon.close();
    }

    static IntStream commands() {
        return IntStream.rangeClosed(1, COMMANDS);
    }

    @Test
    void soManyCommandsThereAre() {
        daemon.reader().insert(card);
        Credential chosen = VirtualPivCard.signer(source);
        card.arm(Fault.refusedAtAny(Integer.MAX_VALUE, 0x6F00));
        assertThat(attempt(chosen, Person.entering(RIGHT))).isEmpty();
        assertThat(card.matched()).isEqualTo(COMMANDS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void removalAtAnyCommandIsSurvived(int nth) throws Exception {
        daemon.reader().insert(card);
        goThrough(Fault.pulledAtAny(nth), SIGNATURES.contains(nth));
        inUse().signsAgain();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anyCommandMayFail(int nth) throws Exception {
        daemon.reader().insert(card);
        goThrough(Fault.refusedAtAny(nth, 0x6F00), SIGNATURES.contains(nth) || PINS_FOR_SIGNATURES.contains(nth));
        inUse().signsAgain();
    }

    /** @param afterItsPin whether it is a signature that the fault keeps from being made, and its PIN was seen */
    private void goThrough(Fault fault, boolean afterItsPin) {
        Credential chosen = VirtualPivCard.signer(source);
        PinEntry person = card.history().watching(Person.entering(RIGHT, RIGHT, RIGHT));
        card.arm(fault);
        Optional<Problem> problem = attempt(chosen, person);
        assertThat(problem.isPresent() || !card.armed())
                .as("the fault came to pass")
                .isTrue();
        card.disarm();
        if (afterItsPin) {
            PinRule.assertObeyedBut(1, card.history());
        } else {
            PinRule.assertObeyed(card.history());
        }
    }

    /** What two signatures ended in; one that came out must be right. */
    private Optional<Problem> attempt(Credential chosen, PinEntry person) {
        try (OpenCredential open = source.open(chosen, person)) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isTrue();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private CardInUse inUse() {
        return new CardInUse(card, daemon.reader(), source);
    }
}
