// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Settings;
import cat.segell.text.Language;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import cat.segell.ui.sign.SignScreen;
import cat.segell.ui.sign.SignViewModel;
import cat.segell.ui.system.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window over a desk that is played. On the window's thread. */
final class PlayedWindow {

    private static final long PATIENCE = 60_000;

    final Stage stage;
    final Appearance appearance;
    final SignViewModel model;
    final SignScreen screen;
    final Shell shell;
    final NotedOutside outside = new NotedOutside();

    /** @param signing where batches run; all else is done at once */
    PlayedWindow(Stage stage, Appearance appearance, SignDesk desk, Executor signing) {
        this(stage, appearance, desk, new SignViewModel.Workers(signing, Runnable::run, Runnable::run, new UiThread()));
    }

    PlayedWindow(Stage stage, Appearance appearance, SignDesk desk, SignViewModel.Workers workers) {
        this(stage, appearance, desk, workers, Preferences.of(Policy.NONE, Settings.NONE));
    }

    PlayedWindow(
            Stage stage, Appearance appearance, SignDesk desk, SignViewModel.Workers workers, Preferences preferences) {
        this.stage = stage;
        this.appearance = appearance;
        Fonts.load();
        model = new SignViewModel(desk, workers, InstantSource.system(), preferences);
        screen = new SignScreen(model);
        shell = new Shell(appearance, screen, outside);
        Scene scene = new Scene(shell.root(), Window.SMALLEST_WIDTH, Window.SMALLEST_HEIGHT);
        new Themes(appearance, scene).follow();
        stage.setScene(scene);
        stage.show();
        model.signers().look();
    }

    /** On a stage of its own; waits until it is shown. Not on the window's thread. */
    static PlayedWindow open(Language language, SignDesk desk, Executor signing) throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE,
                () -> new PlayedWindow(stage, new Appearance(language, ThemeChoice.LIGHT, 100), desk, signing));
    }

    void add(String... files) {
        model.documents().add(List.of(files).stream().map(Path::of).toList());
    }
}
