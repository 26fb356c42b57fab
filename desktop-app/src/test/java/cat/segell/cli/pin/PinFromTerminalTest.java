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
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.PinTries.Left;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PasswordMissing;
import cat.segell.problem.PinProblem.PasswordWrong;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinFileInvalid;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinFromTerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<char[]> given = new ArrayList<>();
    private List<String> routes = List.of();

    @Test
    void refusesWhereNobodyCanBeAsked() {
        PinFromTerminal entry = entry(Optional.empty(), false);
        assertProblem(() -> entry.ask(request(Left.ENOUGH)), new PinMissing());
    }

    @Test
    void callsWhatAKeyFileHasAPassword() {
        Token file = new Token("key.p12", "1", PinState.READY, PinTries.ENOUGH).in(new TokenPlace.KeyFile());
        PinFromTerminal entry = entry(Optional.empty(), false);
        assertProblem(() -> entry.ask(new PinRequest(file, Optional.empty())), new PasswordMissing());
    }

    @Test
    void emptyEntryMeansNo() {
        typed.add("");
        assertProblem(() -> asking(false).ask(request(Left.ENOUGH)), new PinCancelled());
    }

    @Test
    void refusesLastTryWithoutConsent() {
        typed.add("no");
        assertProblem(() -> asking(false).ask(request(Left.LAST)), new PinFinalTry("Card"));
        assertThat(asked)
                .as("the warning is where the answer is typed")
                .singleElement()
                .asString()
                .contains("One try");
        assertThat(typed).as("the PIN was not asked for").isEmpty();
    }

    @Test
    void asksForPinOnlyAfterConsent() throws ProblemException {
        typed.addAll(List.of("yes", "1234"));
        try (Pin pin = asking(false).ask(request(Left.LAST))) {
            assertThat(pin.characters()).containsExactly('1', '2', '3', '4');
        }
    }

    /** The word is typed without being seen, and not every keyboard has accents. */
    @ParameterizedTest
    @CsvSource({"CA, sí", "CA, si", "ES, SÍ", "ES, Si", "EN, Yes"})
    void consentNeedsNoAccentAndNoSmallLetters(Language language, String word) throws ProblemException {
        typed.addAll(List.of(word, "1234"));
        entry(Optional.of(this::next), false, language).ask(request(Left.LAST)).close();
        assertThat(typed).isEmpty();
    }

    @Test
    void asksBesideTheResultAndWipesWhatWasTyped() throws ProblemException {
        typed.add("1234");
        try (Pin pin = asking(false).ask(request(Left.ENOUGH))) {
            assertThat(pin.characters()).hasSize(4);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(asked).singleElement().asString().contains("Card");
        assertThat(given.getFirst()).containsOnly('\0');
    }

    @Test
    void saysThatThePinIsTypedOnTheReaderAndReadsNothing() throws ProblemException {
        asking(false).onReader(onReader(Left.ENOUGH), () -> {}).close();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Card", "reader’s keypad", "Ctrl+C");
    }

    @Test
    void refusesTheLastTryOnTheReaderWithoutConsent() throws ProblemException {
        typed.add("no");
        assertProblem(() -> asking(false).onReader(onReader(Left.LAST), () -> {}), new PinFinalTry("Card"));
        assertProblem(
                () -> entry(Optional.empty(), false).onReader(onReader(Left.LAST), () -> {}), new PinFinalTry("Card"));
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("keypad");
        typed.add("yes");
        asking(false).onReader(onReader(Left.LAST), () -> {}).close();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("keypad");
    }

    @Test
    void asksAgainWhereTheEntryWasRefusedAndSaysWhy() throws ProblemException {
        typed.addAll(List.of("0000", "1234"));
        PinFromTerminal entry = asking(false);
        entry.ask(request(Left.ENOUGH)).close();
        assertThat(entry.another(new PinWrong("Card", OptionalInt.of(2)))).isTrue();
        try (Pin pin = entry.ask(request(Left.FEW))) {
            assertThat(pin.characters()).containsExactly('1', '2', '3', '4');
        }
        assertThat(asked.getFirst()).doesNotContain("refused");
        assertThat(asked.getLast()).contains("refused it", "2 tries left", "press Enter to stop");
    }

    /** The last try is never used without its own consent, also by whoever has just agreed to try again. */
    @Test
    void demandsConsentForTheLastTryAfterARefusedEntry() throws ProblemException {
        typed.addAll(List.of("0000", ""));
        PinFromTerminal entry = asking(false);
        entry.ask(request(Left.FEW)).close();
        assertThat(entry.another(new PinWrong("Card", OptionalInt.of(1)))).isTrue();
        assertProblem(() -> entry.ask(request(Left.LAST)), new PinFinalTry("Card"));
        assertThat(asked.getLast())
                .contains("1 try left", "segell cards unblock", "One try is left for Card")
                .as("its own question speaks")
                .doesNotContain("Enter it again")
                .containsOnlyOnce("press Enter to stop");
        assertThat(asked).hasSize(2);
    }

    /** Whoever doesn't know it needs no try to go on. */
    @Test
    void theWayWithoutThePinIsToldBeforeTheNextEntry() throws ProblemException {
        typed.addAll(List.of("0000", "0000", "0000"));
        PinFromTerminal entry = asking(false);
        PinRequest request = ofKey(new Token("Card", "1", PinState.READY, PinTries.counted(2, 3)));
        entry.ask(request).close();
        assertThat(asked.getLast()).doesNotContain("cards unblock");
        assertThat(entry.another(new PinWrong("Card", OptionalInt.of(2)))).isTrue();
        entry.ask(request).close();
        assertThat(asked.getLast())
                .contains(
                        "If you do not know it", "segell cards unblock”), or the way its issuer says.\nEnter it again");
        routes = List.of("Open PKIManager.");
        entry.another(new PinWrong("Card", OptionalInt.of(2)));
        entry.ask(request).close();
        assertThat(asked.getLast()).contains("or as its issuer says:\nOpen PKIManager.\nEnter it again");
    }

    @Test
    void noWayIsMadeUpForPracticeCardsAndKeyFiles() throws ProblemException {
        typed.addAll(List.of("0000", "0000", "0000"));
        PinFromTerminal entry = asking(false);
        entry.ask(request(Left.ENOUGH)).close();
        entry.another(new PinWrong("Card", OptionalInt.of(2), true));
        entry.ask(request(Left.FEW)).close();
        assertThat(asked.getLast())
                .contains("The PIN of practice cards is 1234.")
                .doesNotContain("unblock");
        entry.another(new PasswordWrong(Path.of("mine.p12")));
        entry.ask(request(Left.ENOUGH)).close();
        assertThat(asked.getLast()).contains("does not open").doesNotContain("unblock");
    }

    /** Whoever agreed with an option may have done so long ago. */
    @Test
    void consentGivenBeforehandHearsAgainWhatIsAtStake() throws ProblemException {
        typed.add("1234");
        PinFromTerminal entry = asking(true);
        entry.ask(ofKey(new Token("Card", "1", PinState.READY, PinTries.counted(1, 3))))
                .close();
        assertThat(asked).singleElement().asString().contains("(Card): if this PIN is wrong too, it locks.\nPIN of");
        entry.onReader(onReader(Left.LAST), () -> {}).close();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("if this PIN is wrong too, it locks.", "keypad");
    }

    @Test
    void theLastTryIsAskedForByWhoseCardItIs() {
        typed.add("");
        Token card = new Token("Card", "1", PinState.READY, PinTries.told(Left.LAST))
                .in(new TokenPlace.Slot("Reader 00 00"));
        assertProblem(() -> asking(false).ask(ofKey(card)), new PinFinalTry("Card"));
        assertThat(asked).singleElement().asString().contains("One try is left for Card of ");
    }

    /** Nobody typed it here: whoever would go on would send the reader's keys again by itself. */
    @Test
    void doesNotAskAgainForWhatWasNotTypedHere() throws ProblemException {
        PinProblem refusal = new PinWrong("Card", OptionalInt.of(2));
        typed.add("0000");
        PinFromTerminal entry = asking(false);
        assertThat(entry.another(refusal)).isFalse();
        entry.ask(request(Left.ENOUGH)).close();
        entry.onReader(onReader(Left.ENOUGH), () -> {}).close();
        assertThat(entry.another(refusal)).isFalse();
    }

    @Test
    void oneRefusalAsksOnce() throws ProblemException {
        PinProblem refusal = new PinWrong("Card", OptionalInt.of(2));
        typed.add("0000");
        PinFromTerminal entry = asking(false);
        entry.ask(request(Left.ENOUGH)).close();
        assertThat(entry.another(refusal)).isTrue();
        assertThat(entry.another(refusal)).as("no entry since").isFalse();
    }

    private static PinRequest onReader(Left tries) {
        return ofKey(new Token("Card", "1", PinState.READY, PinTries.told(tries), true));
    }

    private static PinRequest ofKey(Token token) {
        X509Certificate certificate = TestPki.create().signer(KeyKind.P256).certificate();
        Credential key = new Credential(
                CredentialId.of(certificate, "1", "01"), "pkcs11:id=%01", certificate, List.of(), token, false);
        return new PinRequest(token, Optional.of(key));
    }

    /** Most cards tell no number, and a person shall know before the next entry. */
    @Test
    void fewTriesAreToldInWordsWhereTheCardTellsNoNumber() throws ProblemException {
        typed.addAll(List.of("1234", "1234", "1234"));
        PinFromTerminal entry = asking(false);
        entry.ask(ofKey(new Token("Card", "1", PinState.READY, PinTries.told(Left.FEW))))
                .close();
        entry.ask(ofKey(new Token("Card", "1", PinState.READY, PinTries.counted(2, 3))))
                .close();
        entry.ask(ofKey(new Token("Card", "1", PinState.READY, PinTries.ENOUGH)))
                .close();
        assertThat(asked.get(0)).contains("Card), few tries left:");
        assertThat(asked.get(1)).contains("Card), 2 tries left:");
        assertThat(asked.get(2)).doesNotContain("left");
        entry.onReader(onReader(Left.FEW), () -> {}).close();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("PIN-TRIES-LOW", "keypad");
    }

    @Test
    void asksForThePinOfTheCardAsItIsCalledElsewhere() throws ProblemException {
        typed.add("1234");
        Token card = new Token("Card", "1", PinState.READY, PinTries.ENOUGH).in(new TokenPlace.Slot("Reader 00 00"));
        asking(false).ask(ofKey(card)).close();
        assertThat(asked).singleElement().asString().contains("PIN of Card of ");
    }

    private PinFromTerminal asking(boolean finalTry) {
        return entry(Optional.of(this::next), finalTry);
    }

    @Test
    void tellsATerminalThatBrokeFromOneThatSentNoText() {
        SecretPrompt gone = _ -> {
            throw new IOException("hung up");
        };
        SecretPrompt garbage = _ -> {
            throw new MalformedInputException(1);
        };
        assertProblem(() -> entry(Optional.of(gone), false).ask(request(Left.ENOUGH)), new PinMissing());
        assertProblem(() -> entry(Optional.of(garbage), false).ask(request(Left.ENOUGH)), new PinFileInvalid());
    }

    private char[] next(String question) {
        asked.add(question);
        given.add(typed.remove().toCharArray());
        return given.getLast();
    }

    private PinFromTerminal entry(Optional<SecretPrompt> secret, boolean finalTry) {
        return entry(secret, finalTry, Language.EN);
    }

    private PinFromTerminal entry(Optional<SecretPrompt> secret, boolean finalTry, Language language) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                Path.of(""),
                Map.of(),
                secret.isPresent(),
                SystemPolicy.OF_COMPUTER,
                secret);
        Out told = new Out(terminal, GlobalOptions.glance(new String[] {"--json"}), language);
        return new PinFromTerminal(terminal, told, finalTry, new PinFromTerminal.Cards() {
            @Override
            public String name(Credential key) {
                return new TokenWords(told.texts(), TokenNames.NOTHING).ofKey(key);
            }

            @Override
            public List<String> forgotten(Credential key) {
                return routes;
            }
        });
    }

    private static PinRequest request(Left tries) {
        return new PinRequest(new Token("Card", "1", PinState.READY, PinTries.told(tries)), Optional.empty());
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
