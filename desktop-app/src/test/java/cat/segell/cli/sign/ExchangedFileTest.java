// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.SigningServices;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.card.practice.PracticeCard;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestForm;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.signature.Appearance;
import cat.segell.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person was told of before the PIN is what is signed: a file that was exchanged just then isn't. */
class ExchangedFileTest {

    private static final String FIELD = "Maria Prova Exemple";

    @TempDir
    private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void forms() {
        first = TestForm.waiting(folder.resolve("a.pdf"), FIELD);
        second = TestForm.waiting(folder.resolve("b.pdf"), FIELD);
        other = TestForm.waiting(folder.resolve("other.pdf"), FIELD, "Alcaldia");
    }

    @Test
    void whatWasExchangedAfterItsNoteIsNotSigned() throws Exception {
        List<DocumentResult> results = sign(List.of(first, second), second);
        assertThat(results.getFirst()).isInstanceOf(Signed.class);
        assertThat(results.getLast()).isEqualTo(new Failed(second, new DocumentChanged(second)));
        assertThat(written()).containsExactly("a-signed.pdf");
        assertThat(second).hasSameBinaryContentAs(other);
    }

    @Test
    void thatHoldsForASingleOne() throws Exception {
        assertThat(sign(List.of(second), second)).containsExactly(new Failed(second, new DocumentChanged(second)));
        assertThat(written()).isEmpty();
    }

    @Test
    void whatNobodyExchangedIsSigned() throws Exception {
        assertThat(sign(List.of(first, second), folder.resolve("nothing"))).allMatch(Signed.class::isInstance);
        assertThat(written()).containsExactly("a-signed.pdf", "b-signed.pdf");
    }

    private List<String> written() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** @param exchanged for the other form as soon as it is told which fields wait */
    private List<DocumentResult> sign(List<Path> files, Path exchanged) throws Exception {
        List<String> told = new ArrayList<>();
        PrintStream telling = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                told.add(line);
                if (line.contains(FIELD) && Files.exists(exchanged)) {
                    exchange(exchanged);
                }
            }
        };
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                telling,
                InputStream.nullInputStream(),
                folder,
                Map.of(),
                false,
                SystemPolicy.OF_COMPUTER,
                Optional.empty());
        AppDirs dirs = AppDirs.in(folder.resolve("home")).make();
        Settings settings = dirs.settings().read();
        Start start =
                new Start(dirs, Policy.NONE, settings, Preferences.of(Policy.NONE, settings), Language.EN, Map.of());
        Out out = new Out(terminal, new GlobalOptions(), Language.EN);
        SignOrder order = new SignOrder(
                files,
                Optional.of(new PracticeKey()),
                Profiles.seen(new Appearance.OwnField(), Language.EN),
                Optional.empty(),
                SigningServices.of(List.of()),
                Optional.of(folder.resolve("out")),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty());
        try (Wiring wiring = new Wiring(start)) {
            SignOutcome outcome = new SignRun(wiring, out, terminal)
                    .run(order, new Inputs(terminal, files), _ -> new Pin(PracticeCard.PIN.toCharArray()));
            assertThat(told).anyMatch(line -> line.contains(FIELD));
            return outcome.documents();
        }
    }

    private void exchange(Path file) {
        try {
            Files.write(file, Files.readAllBytes(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
