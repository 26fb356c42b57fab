// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.journal.DocumentState;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.batch.journal.JournaledDocument;
import cat.segell.batch.journal.Resumption;
import cat.segell.cli.program.Segell;
import cat.segell.credential.Pin;
import cat.segell.fixture.TestPdf;
import cat.segell.problem.ProblemException;
import cat.segell.session.SessionPolicy;
import cat.segell.text.Language;
import cat.segell.ui.desk.BrokenOff;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.run.BatchModel.Phase;
import cat.segell.ui.sign.SignViewModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is broken off in the window or at the terminal, and gone on with in either, is one entry of one journal. */
class JournalOfBothTest {

    private static final int DOCUMENTS = 5;

    @TempDir
    private Path folder;

    private Optional<Wiring> wiring = Optional.empty();

    @BeforeEach
    void documentsAndPin() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < DOCUMENTS; i++) {
            Path _ = TestPdf.pages(document(i), 1);
        }
        Files.writeString(folder.resolve("pin"), "1234");
    }

    @AfterEach
    void close() {
        wiring.ifPresent(Wiring::close);
    }

    private Path document(int index) {
        return folder.resolve("in/" + index + ".pdf");
    }

    private Wiring wiring() {
        return wiring.orElseThrow();
    }

    /** The window's models over the real desk of a home; a person who knows the PIN. */
    private SignViewModel window() throws ProblemException {
        Start start = new Start(
                AppDirs.in(folder.resolve("home")).make(),
                Policy.NONE,
                Settings.NONE,
                Preferences.of(Policy.NONE, Settings.NONE),
                Language.EN,
                Map.of());
        Wiring made = new Wiring(start);
        wiring = Optional.of(made);
        SignViewModel model = new SignViewModel(
                Window.desk(start, made),
                new SignViewModel.Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run),
                InstantSource.system(),
                start.preferences());
        model.batch()
                .pin()
                .question()
                .subscribe(asked -> asked.ifPresent(_ -> model.batch().pin().answer(new Pin("1234".toCharArray()))));
        return model;
    }

    /** @return exit status */
    private int segell(String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        Terminal terminal = new Terminal(
                nowhere,
                nowhere,
                InputStream.nullInputStream(),
                folder,
                Map.of(),
                false,
                SessionPolicy.in(folder),
                Optional.empty());
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of(words));
        return Segell.run(all.toArray(String[]::new), terminal, (_, _) -> 0, _ -> {});
    }

    private void breakOffAtTheTerminal() {
        assertThat(segell(
                        "sign",
                        "in",
                        "--out",
                        "out",
                        "--level",
                        "B",
                        "--key",
                        "practice:tcat?fault=removed-after-2",
                        "--pin-file",
                        "pin"))
                .isEqualTo(3);
    }

    private void breakOffInTheWindow(SignViewModel model) {
        model.signers().usePractice();
        model.documents()
                .add(Stream.iterate(0, i -> i < DOCUMENTS, i -> i + 1)
                        .map(this::document)
                        .toList());
        DocumentRow second = model.documents().rows().get(1);
        second.state().subscribe(state -> {
            if (state instanceof cat.segell.ui.documents.DocumentState.Signing) {
                model.batch().stopAfterThisDocument();
            }
        });
        model.start();
        assertThat(model.batch().phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.batch().signed()).isEqualTo(2);
    }

    private JournaledBatch only() throws ProblemException {
        List<JournaledBatch> all = wiring().journal().list();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void allAreSignedOnce(Path where) throws ProblemException, IOException {
        assertThat(only().state()).isEqualTo(JournaledBatch.State.DONE);
        assertThat(only().documents())
                .hasSize(DOCUMENTS)
                .extracting(JournaledDocument::state)
                .containsOnly(DocumentState.SIGNED);
        try (Stream<Path> files = Files.list(where)) {
            assertThat(files.filter(file -> file.toString().contains("-signed")))
                    .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, i -> i < DOCUMENTS, i -> i + 1)
                            .map(i -> where.resolve(i + "-signed.pdf"))
                            .toList());
        }
    }

    @Test
    void brokenOffAtTheTerminalItIsDoneInTheWindow() throws Exception {
        breakOffAtTheTerminal();
        SignViewModel model = window();
        JournaledBatch before = only();
        model.resume().look();
        BrokenOff offered = model.resume().offers().get().getFirst();
        assertThat(offered).isEqualTo(new BrokenOff(before.id(), before.created(), DOCUMENTS, DOCUMENTS - 2, false));
        model.resume().takeUp(offered);
        assertThat(model.batch().phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.batch().practice()).isTrue();
        assertThat(only().id()).isEqualTo(before.id());
        allAreSignedOnce(folder.resolve("out"));
        assertThat(model.resume().offers().get()).isEmpty();
    }

    @Test
    void brokenOffInTheWindowItIsDoneAtTheTerminal() throws Exception {
        breakOffInTheWindow(window());
        String id = only().id();
        assertThat(segell("batch", "resume", id, "--pin-file", "pin")).isZero();
        assertThat(only().id()).isEqualTo(id);
        allAreSignedOnce(folder.resolve("in"));
    }

    /** What the result offers is the same batch, not another one whose first one would stay broken off. */
    @Test
    void tryingTheRestAgainInTheWindowGoesOnWithTheSameBatch() throws Exception {
        SignViewModel model = window();
        breakOffInTheWindow(model);
        String id = only().id();
        model.retry(model.documents().signable());
        assertThat(only().id()).isEqualTo(id);
        allAreSignedOnce(folder.resolve("in"));
    }

    @Test
    void tryingOneOfThemAgainIsAnotherBatch() throws Exception {
        SignViewModel model = window();
        breakOffInTheWindow(model);
        model.retry(List.of(model.documents().signable().getFirst()));
        assertThat(wiring().journal().list())
                .extracting(JournaledBatch::state)
                .containsExactly(JournaledBatch.State.DONE, JournaledBatch.State.PAUSED);
    }

    /** One writer, whoever it is. */
    @Test
    void whatAnotherOneWorksAtIsToldAndLeftAlone() throws Exception {
        breakOffAtTheTerminal();
        SignViewModel model = window();
        model.resume().look();
        BrokenOff offered = model.resume().offers().get().getFirst();
        try (Resumption _ = wiring().journal().resume(offered.id())) {
            model.resume().takeUp(offered);
            assertThat(model.resume().refusal().get())
                    .get()
                    .satisfies(why -> assertThat(why.code()).isEqualTo("BATCH-IN-USE"));
            assertThat(model.batch().phase().get()).isEqualTo(Phase.IDLE);
        }
        model.resume().takeUp(offered);
        allAreSignedOnce(folder.resolve("out"));
    }

    @Test
    void whoLeavesItAtThePinHoldsItNoLonger() throws Exception {
        breakOffAtTheTerminal();
        SignViewModel model = window();
        model.batch().phase().subscribe(phase -> {
            if (phase == Phase.OPENING) {
                model.batch().stopAfterThisDocument();
            }
        });
        model.resume().look();
        model.resume().takeUp(model.resume().offers().get().getFirst());
        assertThat(only().running()).isFalse();
        assertThat(only().left()).isEqualTo(DOCUMENTS - 2);
        assertThat(segell("batch", "resume", only().id(), "--pin-file", "pin")).isZero();
        allAreSignedOnce(folder.resolve("out"));
    }

    @Test
    void whereNothingWasWrittenDownNothingIsOpened() throws Exception {
        SignViewModel model = window();
        model.resume().look();
        assertThat(model.resume().offers().get()).isEmpty();
        assertThat(folder.resolve("home/batches/journal.db")).doesNotExist();
        assertThat(folder.resolve("home/native")).doesNotExist();
    }
}
