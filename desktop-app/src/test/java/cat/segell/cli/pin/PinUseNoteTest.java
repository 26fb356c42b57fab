// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem.PinOnlyByHand;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinUseNoteTest {

    private static final Token CARD = new Token("Card", "1", PinState.READY, PinTries.ENOUGH);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PinEntry person = _ -> new Pin(new char[] {'1', '2', '3', '4'});

    @Test
    void saysBeforehandThatOneEntryServesAllDocuments() throws ProblemException {
        PinUseNote note = note(12);
        note.ask(request(PinUse.EACH_SIGNATURE_ONE_ENTRY)).close();
        assertThat(said()).contains("for each document", "One entry will serve all 12 documents");
        note.tell(PinUse.EACH_SIGNATURE_ONE_ENTRY, CARD);
        assertThat(said()).containsOnlyOnce("for each document");
    }

    @Test
    void saysHowOftenItWillAsk() throws ProblemException {
        PinUseNote note = note(12);
        for (int i = 0; i < 3; i++) {
            note.ask(request(PinUse.EACH_SIGNATURE)).close();
        }
        assertThat(said()).containsOnlyOnce("asked for it 12 times");
    }

    /** However often it could be read, it is one entry. */
    @Test
    void whereEachDocumentWantsAnEntryAFileIsAskedForNone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), "1234\n");
        PinEntry fromFile = new PinFromFile(file, true, person, () -> {});
        assertThatThrownBy(() -> note(fromFile, 2).ask(request(PinUse.EACH_SIGNATURE)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new PinOnlyByHand("Card")));
        assertThat(said()).isEmpty();
        note(fromFile, 1).ask(request(PinUse.EACH_SIGNATURE)).close();
        note(fromFile, 2).ask(request(PinUse.EACH_SIGNATURE_ONE_ENTRY)).close();
        PinUseNote late = note(fromFile, 2);
        late.ask(request(PinUse.UNKNOWN)).close();
        assertThatThrownBy(() -> late.ask(request(PinUse.EACH_SIGNATURE))).isInstanceOf(ProblemException.class);
    }

    /** A reader keeps nothing: once to open the key, and once for each document. */
    @Test
    void countsWhatIsTypedOnAReader() throws ProblemException {
        Token keypad = new Token("Card", "1", PinState.READY, PinTries.ENOUGH, true);
        PinRequest request = new PinRequest(keypad, Optional.empty(), PinUse.EACH_SIGNATURE);
        PinUseNote note = note(1);
        note.onReader(request, () -> {}).close();
        note.onReader(request, () -> {}).close();
        assertThat(said()).containsOnlyOnce("asked for it 2 times");
    }

    /** Whoever is about to type it hears what may come; what comes adds nothing to it. */
    @Test
    void saysThatItMayWhereTheCardTellsItLate() throws ProblemException {
        PinUseNote note = note(2);
        note.ask(request(PinUse.UNKNOWN_ONE_ENTRY)).close();
        assertThat(said()).contains("may want its PIN for each document", "one entry will serve all 2 documents");
        note.tell(PinUse.EACH_SIGNATURE_ONE_ENTRY, CARD);
        assertThat(said()).doesNotContain("wants its PIN");
        note(1).ask(request(PinUse.UNKNOWN_ONE_ENTRY)).close();
        assertThat(said()).containsOnlyOnce("may want");
    }

    @Test
    void saysHowOftenOnceItIsKnownWhereTheCardTellsItLate() throws ProblemException {
        PinUseNote note = note(3);
        note.ask(request(PinUse.UNKNOWN)).close();
        assertThat(said()).contains("may want its PIN for each of the 3 documents");
        note.tell(PinUse.EACH_SIGNATURE, CARD);
        note.ask(request(PinUse.EACH_SIGNATURE)).close();
        assertThat(said()).containsOnlyOnce("asked for it 3 times");
    }

    /** A file isn't asked to make up its mind. */
    @Test
    void whereNobodyTypesItOnlyWhatIsKnownIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), "1234\n");
        PinUseNote note = note(new PinFromFile(file, true, person, () -> {}), 2);
        note.ask(request(PinUse.UNKNOWN_ONE_ENTRY)).close();
        assertThat(said()).isEmpty();
        note.tell(PinUse.EACH_SIGNATURE_ONE_ENTRY, CARD);
        assertThat(said()).contains("all 2 documents");
    }

    @Test
    void saysNothingWhereItMakesNoDifference() throws ProblemException {
        note(2).ask(request(PinUse.LOGIN)).close();
        note(1).ask(request(PinUse.EACH_SIGNATURE)).close();
        assertThat(said()).isEmpty();
    }

    private static PinRequest request(PinUse use) {
        return new PinRequest(CARD, Optional.empty(), use);
    }

    private PinUseNote note(int documents) {
        return note(person, documents);
    }

    private PinUseNote note(PinEntry person, int documents) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                stream,
                stream,
                InputStream.nullInputStream(),
                Path.of(""),
                Map.of(),
                false,
                SystemPolicy.OF_COMPUTER,
                Optional.empty());
        return new PinUseNote(
                person, new Out(terminal, GlobalOptions.glance(new String[] {"--json"}), Language.EN), documents);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
