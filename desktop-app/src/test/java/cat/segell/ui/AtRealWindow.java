// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.app.AppDirs;
import cat.segell.app.Start;
import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import cat.segell.ui.system.Background;
import cat.segell.ui.system.Opener;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A person at the real window of a fresh home. */
@ExtendWith(ApplicationExtension.class)
abstract class AtRealWindow {

    @TempDir
    Path folder;

    /** What the system was asked to open. */
    final List<Path> opened = new ArrayList<>();

    /** The pages that the browser was asked to show. */
    final List<URI> browsed = new ArrayList<>();

    Start start;
    Stage stage;
    WindowRobot robot;

    /** What the window stands on. */
    abstract SignDesk desk(Start start);

    /** What the person has set. */
    Settings settings() {
        return Settings.NONE;
    }

    @BeforeEach
    final void openTheWindow(FxRobot person) throws ProblemException, TimeoutException {
        robot = new WindowRobot(person);
        start = new Start(
                AppDirs.in(folder.resolve("home")).make(),
                Policy.NONE,
                settings(),
                Preferences.of(Policy.NONE, settings()),
                Language.CA,
                System.getenv());
        // What a desk stands on may take long to start: the window's thread isn't kept waiting for it.
        SignDesk desk = desk(start);
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> new Window(
                        stage,
                        desk,
                        start.preferences(),
                        new Appearance(Language.CA, ThemeChoice.LIGHT, 100),
                        new Background(),
                        new Noted())
                .show(List.of()));
    }

    @AfterEach
    final void closeTheWindow() throws TimeoutException {
        letGo();
        FxToolkit.cleanupStages();
    }

    /** Before the window closes: whatever still holds something up. */
    void letGo() {}

    /** As a person brings documents. */
    final void copyInFileManagerAndPaste(FxRobot person, Path... files) throws TimeoutException {
        person.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(files).stream().map(Path::toFile).toList());
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.keys(KeyCode.CONTROL, KeyCode.V);
        robot.sees("#document-count");
    }

    /** By the button that offers it where there is no other key. */
    final void practise(FxRobot person) throws TimeoutException {
        robot.sees("#use-practice");
        person.clickOn("#use-practice");
        robot.sees("#practice-band");
    }

    private final class Noted implements Opener {

        @Override
        public void open(Path file) {
            opened.add(file);
        }

        @Override
        public void reveal(Path file) {
            opened.add(file);
        }

        @Override
        public void browse(URI page) {
            browsed.add(page);
        }
    }
}
