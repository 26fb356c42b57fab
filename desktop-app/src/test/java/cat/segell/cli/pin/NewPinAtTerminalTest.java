// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.keys.TokenNames;
import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.SecretPrompt;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Out;
import cat.segell.cli.keys.TokenWords;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.Pin;
import cat.segell.credential.PinLengths;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.PinProblem.NewPinMissing;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PukFinalTry;
import cat.segell.problem.PinProblem.PukMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPinAtTerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<char[]> given = new ArrayList<>();

    private boolean agreed;

    @TempDir
    Path folder;

    @Test
    void aNewPinIsTypedTwiceAndWipedTwice() throws ProblemException {
        typed.addAll(List.of("24680", "24680"));
        assertThat(characters(asking().fresh(request(Secret.PIN, false)))).isEqualTo("24680");
        assertThat(given).hasSize(2).allSatisfy(entry -> assertThat(entry).containsOnly('\0'));
        assertThat(printed()).contains("4 to 8 characters").doesNotContain("24680");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void twoDifferentEntriesAreNone() {
        typed.addAll(List.of("24680", "24681"));
        assertProblem(() -> asking().fresh(request(Secret.PIN, false)), new NewPinsDiffer());
    }

    /** Nobody types twice what no card takes. */
    @Test
    void aNewPinOfAnotherLengthIsToldAfterItsFirstEntry() throws ProblemException {
        typed.addAll(List.of("123", "123456789", "24680", "24680"));
        assertThat(characters(asking().fresh(request(Secret.PIN, false)))).isEqualTo("24680");
        assertThat(asked.get(0)).doesNotContain("Nothing was sent");
        assertThat(asked.get(1)).contains("PINs of “Card” have 4 to 8 characters. Nothing was sent", "New PIN");
        assertThat(asked.get(2)).contains("Nothing was sent", "New PIN");
        assertThat(asked.get(3)).contains("once more");
        assertThat(given).allSatisfy(entry -> assertThat(entry).containsOnly('\0'));
        typed.addAll(List.of("123", ""));
        assertProblem(() -> asking().fresh(request(Secret.PIN, false)), new PinCancelled());
    }

    @Test
    void anyLengthIsTakenWhereTheCardTellsNone() throws ProblemException {
        typed.addAll(List.of("1", "1"));
        Token token = new Token("Card", "1", PinState.READY, PinTries.ENOUGH);
        NewPinRequest request = new NewPinRequest(token, Secret.PIN, false, PinLengths.UNKNOWN);
        assertThat(characters(asking().fresh(request))).isEqualTo("1");
    }

    /** Two cards may be called alike; whose it is tells them apart. */
    @Test
    void theCardIsNamedByWhoseItIs() throws ProblemException {
        Token token = new Token("Card", "1", PinState.READY, PinTries.told(PinTries.Left.LAST))
                .in(new TokenPlace.Slot("Reader 00 00"));
        X509Certificate certificate = TestPki.create().signer(KeyKind.P256).certificate();
        Credential key = new Credential(
                CredentialId.of(certificate, "1", "01"), "pkcs11:id=%01", certificate, List.of(), token, false);
        typed.addAll(List.of("yes", "123456"));
        NewPinAtTerminal entry = asking();
        entry.present(new NewPinRequest(token, Secret.PIN, true, new PinLengths(4, 8), List.of(key)));
        assertThat(asked.get(0)).contains("One try is left for Card of ");
        assertThat(asked.get(1)).contains("Current PIN of Card of ");
        assertThat(entry.nameOf(token)).startsWith("Card of ");
    }

    /** Whoever agreed with an option may have done so long ago. */
    @Test
    void consentGivenBeforehandHearsAgainWhatIsAtStake() throws ProblemException {
        agreed = true;
        typed.addAll(List.of("123456", "87654321"));
        asking().present(request(Secret.PIN, true));
        assertThat(printed()).contains("One try is left for Card: if this PIN is wrong too, it locks.");
        asking().present(request(Secret.PUK, true));
        assertThat(printed()).contains("One try is left for the PUK of Card: if this PUK is wrong too");
        assertThat(asked).hasSize(2);
        err.reset();
        asking().onReader(request(Secret.PIN, true), () -> {});
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("One try is left for Card: if");
    }

    @Test
    void anEmptyEntryEndsIt() {
        typed.addAll(List.of("24680", ""));
        assertProblem(() -> asking().fresh(request(Secret.PIN, false)), new PinCancelled());
        typed.add("");
        assertProblem(() -> asking().present(request(Secret.PIN, false)), new PinCancelled());
    }

    @Test
    void whereNobodyCanBeAskedNothingIsMadeUp() {
        NewPinAtTerminal deaf =
                entry(Optional.empty(), new NewPinAtTerminal.Sources(Optional.empty(), Optional.empty()));
        assertProblem(() -> deaf.present(request(Secret.PIN, false)), new PinMissing());
        assertProblem(() -> deaf.present(request(Secret.PUK, true)), new PukMissing());
        assertProblem(() -> deaf.fresh(request(Secret.PIN, false)), new NewPinMissing());
    }

    @Test
    void thePukIsAskedForWithCare() throws ProblemException {
        typed.add("87654321");
        assertThat(characters(asking().present(request(Secret.PUK, false)))).isEqualTo("87654321");
        assertThat(printed()).contains("only a few tries").contains("PUK of Card:");
    }

    @Test
    void theLastTryWantsConsent() throws ProblemException {
        typed.add("123456");
        assertProblem(() -> asking().present(request(Secret.PIN, true)), new PinFinalTry("Card"));
        typed.add("87654321");
        assertProblem(() -> asking().present(request(Secret.PUK, true)), new PukFinalTry("Card"));
        typed.addAll(List.of("yes", "123456"));
        assertThat(characters(asking().present(request(Secret.PIN, true)))).isEqualTo("123456");
    }

    @Test
    void aFileIsNoConsent() throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), "123456\n");
        NewPinAtTerminal entry =
                entry(Optional.empty(), new NewPinAtTerminal.Sources(Optional.of(file), Optional.of(file)));
        assertThat(characters(entry.present(request(Secret.PIN, false)))).isEqualTo("123456");
        assertThat(characters(entry.fresh(request(Secret.PIN, true)))).isEqualTo("123456");
        assertProblem(() -> entry.present(request(Secret.PIN, true)), new PinFinalTry("Card"));
        assertProblem(() -> entry.present(request(Secret.PUK, true)), new PukFinalTry("Card"));
    }

    @Test
    void saysWhatIsTypedOnTheReader() throws ProblemException {
        asking().onReader(request(Secret.PIN, false), () -> {});
        assertThat(printed()).contains("keypad", "Card", "Ctrl+C");
        typed.add("no");
        assertProblem(() -> asking().onReader(request(Secret.PIN, true), () -> {}), new PinFinalTry("Card"));
    }

    /** One file is enough: nothing of it goes to the card. */
    @Test
    void aPinInAFileIsSaidToBeUnusedWhereTheReaderTakesIt() throws ProblemException {
        asking().onReader(request(Secret.PIN, false), () -> {});
        assertThat(printed()).doesNotContain("is not used");
        Optional<Path> file = Optional.of(folder.resolve("pin"));
        entry(Optional.empty(), new NewPinAtTerminal.Sources(file, Optional.empty()))
                .onReader(request(Secret.PIN, false), () -> {});
        assertThat(printed()).containsOnlyOnce("in a file or descriptor is not used");
        err.reset();
        entry(Optional.empty(), new NewPinAtTerminal.Sources(Optional.empty(), file))
                .onReader(request(Secret.PIN, false), () -> {});
        assertThat(printed()).containsOnlyOnce("in a file or descriptor is not used");
    }

    @Test
    void fewTriesAreToldBeforeThePinIsTyped() throws ProblemException {
        Token low = new Token("Card", "1", PinState.READY, PinTries.counted(2, 3));
        NewPinAtTerminal asking = entry(
                Optional.of(question -> {
                    assertThat(err.toString(StandardCharsets.UTF_8)).contains("PIN-TRIES-LOW", "2 tries");
                    return next(question);
                }),
                new NewPinAtTerminal.Sources(Optional.empty(), Optional.empty()));
        typed.add("123456");
        asking.present(new NewPinRequest(low, Secret.PIN, false, new PinLengths(4, 8)));
        assertThat(asked).hasSize(1);
        err.reset();
        asking.onReader(new NewPinRequest(low, Secret.PIN, false, new PinLengths(4, 8)), () -> {});
        assertThat(printed()).contains("PIN-TRIES-LOW");
    }

    /** They are tries of the PIN. */
    @Test
    void thePukIsAskedForWithoutTheTriesOfThePin() throws ProblemException {
        Token low = new Token("Card", "1", PinState.READY, PinTries.counted(2, 3));
        typed.add("87654321");
        asking().present(new NewPinRequest(low, Secret.PUK, false, new PinLengths(4, 8)));
        assertThat(printed()).doesNotContain("PIN-TRIES-LOW");
    }

    private static String characters(Pin pin) {
        try (pin) {
            return new String(pin.characters());
        }
    }

    private static NewPinRequest request(Secret with, boolean lastTry) {
        PinTries tries = PinTries.told(lastTry ? PinTries.Left.LAST : PinTries.Left.ENOUGH);
        Token token = new Token("Card", "1", PinState.READY, tries);
        return new NewPinRequest(token, with, lastTry, new PinLengths(4, 8));
    }

    private NewPinAtTerminal asking() {
        return entry(Optional.of(this::next), new NewPinAtTerminal.Sources(Optional.empty(), Optional.empty()));
    }

    private NewPinAtTerminal entry(Optional<SecretPrompt> secret, NewPinAtTerminal.Sources files) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                folder,
                Map.of(),
                true,
                SystemPolicy.OF_COMPUTER,
                secret);
        Out words = new Out(terminal, new GlobalOptions(), Language.EN);
        return new NewPinAtTerminal(
                terminal,
                words,
                files,
                new LastTry(words, agreed),
                request -> new TokenWords(words.texts(), TokenNames.NOTHING).of(request.token(), request.keys()));
    }

    private char[] next(String question) {
        asked.add(question);
        char[] entry = typed.remove().toCharArray();
        given.add(entry);
        return entry;
    }

    /** Notes, and what stood where something was typed. */
    private String printed() {
        return err.toString(StandardCharsets.UTF_8) + String.join("", asked);
    }

    private static void assertProblem(ThrowingCallable attempt, Problem expected) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(expected));
    }
}
