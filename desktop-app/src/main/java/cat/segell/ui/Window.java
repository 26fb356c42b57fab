// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.app.QueueWorker;
import cat.segell.app.SigningServices;
import cat.segell.app.Start;
import cat.segell.app.TimestampWiring;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Preferences;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.DisplayNone;
import cat.segell.ui.desk.BatchDesk;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.sign.SignScreen;
import cat.segell.ui.sign.SignViewModel;
import cat.segell.ui.system.Background;
import cat.segell.ui.system.Opener;
import cat.segell.ui.system.Outside;
import cat.segell.ui.system.SystemOpener;
import cat.segell.ui.system.SystemOutside;
import cat.segell.ui.system.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main window: connects models, views and the system. */
public final class Window {

    static final double SMALLEST_WIDTH = 1040;
    static final double SMALLEST_HEIGHT = 720;

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final Stage stage;
    private final Background background;
    private final Appearance appearance;
    private final SignViewModel sign;
    private final SignScreen screen;
    private final Outside outside;
    private final Shell shell;

    /** On the window's thread; {@code background} ends with the window. */
    Window(
            Stage stage,
            SignDesk desk,
            Preferences preferences,
            Appearance appearance,
            Background background,
            Opener opener) {
        this.stage = stage;
        this.background = background;
        this.appearance = appearance;
        Fonts.load();
        this.sign = new SignViewModel(
                desk,
                new SignViewModel.Workers(background.batch(), background.files(), background.cards(), new UiThread()),
                InstantSource.system(),
                preferences);
        this.screen = new SignScreen(sign);
        this.outside = new SystemOutside(() -> stage, opener, background.files());
        this.shell = new Shell(appearance, screen, outside);
    }

    /**
     * Opens the window and returns when the person has closed it. The caller has seen to it that there is a display.
     *
     * @param files to be in the list from the start
     * @return exit status
     * @throws ProblemException {@code DISPLAY-NONE}
     */
    public static int open(Start start, List<Path> files) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            wiring.lists().refreshInBackground();
            open(start, wiring, files);
        }
        return 0;
    }

    private static void open(Start start, Wiring wiring, List<Path> files) throws ProblemException {
        Opening<Window> opening = new Opening<>();
        startToolkit(() -> {
            // A fault in one event must not take a running batch with it.
            Thread.currentThread()
                    .setUncaughtExceptionHandler((_, fault) -> LOG.error("uncaught in the window", fault));
            opening.build(() -> shown(start, wiring, files, opening::over));
        });
        try (ReaderWatch _ = ReaderWatch.start(
                        wiring.cards().pcsc(),
                        readers -> new UiThread().execute(() -> opening.tell(window -> window.seen(readers))));
                QueueWorker _ = QueueWorker.start(wiring.queue())) {
            opening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    private static Window shown(Start start, Wiring wiring, List<Path> files, Runnable closed) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.run());
        Background background = new Background();
        Appearance appearance = new SavedAppearance(start, background.files()).load();
        Window window =
                new Window(stage, desk(start, wiring), start.preferences(), appearance, background, new SystemOpener());
        window.show(files);
        return window;
    }

    private static void startToolkit(Runnable first) throws ProblemException {
        try {
            Platform.startup(first);
        } catch (UnsupportedOperationException e) {
            // JavaFX's answer to a display that refuses and to a system without its window library alike.
            throw new ProblemException(new DisplayNone(), e);
        }
    }

    /** The real desk: practice means for practice, what is set for the rest. */
    static SignDesk desk(Start start, Wiring wiring) {
        return new BatchDesk(
                new BatchDesk.Keys(wiring.credentials(), () -> wiring.keys(start.language()), wiring.practiceCard()),
                new BatchDesk.Cards(
                        wiring.issuerRoutes(),
                        wiring.cards().pinChange(),
                        wiring.drivers(),
                        wiring.lastSigner(),
                        wiring.expiryNotices()),
                new WiredBatches(start.preferences(), wiring),
                start.dirs().work(),
                InstantSource.system());
    }

    private static final class WiredBatches implements BatchDesk.Batches {

        private final Preferences preferences;
        private final Wiring wiring;
        private volatile boolean privateNetwork;

        WiredBatches(Preferences preferences, Wiring wiring) {
            this.preferences = preferences;
            this.wiring = wiring;
        }

        @Override
        public void allowPrivateNetwork() {
            privateNetwork = true;
        }

        @Override
        public boolean timestamps() {
            return !preferences.tsa().isEmpty();
        }

        @Override
        public SqliteJournal journal() {
            return wiring.journal();
        }

        @Override
        public SignBatch of(BatchRequest request, Optional<AskedServices> asked) throws ProblemException {
            AskedServices who = asked.orElseGet(() -> set(request));
            SigningServices services = wiring.services(
                    who.timestamps(), request.profile().level(), who.trusted(), who.privateNetwork() || privateNetwork);
            if (request.profile().levelRequired()) {
                TimestampWiring.demand(services.timestamps());
            }
            return wiring.signBatch(services);
        }

        private AskedServices set(BatchRequest request) {
            List<String> addresses = request.credential().practice() ? List.of(Wiring.PRACTICE) : preferences.tsa();
            return new AskedServices(addresses, List.of(), privateNetwork);
        }
    }

    /** @param files to be in the list from the start */
    void show(List<Path> files) {
        Scene scene = new Scene(shell.root(), SMALLEST_WIDTH, SMALLEST_HEIGHT);
        new Themes(appearance, scene).follow();
        stage.titleProperty().bind(shell.title());
        stage.setScene(scene);
        stage.setOnCloseRequest(this::closing);
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                sign.cards().returned();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> background.close());
        stage.show();
        fit(stage, Screen.getPrimary().getVisualBounds());
        shell.focusScreen();
        sign.signers().look();
        sign.documents().add(files);
        sign.resume().look();
        screen.rehearse(background.batch(), outside);
    }

    /** No larger than a small screen, frame and title included; never made smaller than it is then. */
    static void fit(Stage stage, Rectangle2D screen) {
        stage.setWidth(Math.min(stage.getWidth(), screen.getWidth()));
        stage.setHeight(Math.min(stage.getHeight(), screen.getHeight()));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        stage.setMinWidth(stage.getWidth());
        stage.setMinHeight(stage.getHeight());
    }

    private void seen(ReadersSnapshot readers) {
        sign.cards().seen(readers);
    }

    /** What is being signed is finished first; the person sees it stop and closes again. */
    private void closing(WindowEvent event) {
        if (sign.pinChange().sending().get()) {
            // Whether a card has its new PIN must be seen.
            event.consume();
            return;
        }
        switch (sign.batch().phase().get()) {
            case SIGNING, RECORDING -> {
                event.consume();
                sign.batch().stopAfterThisDocument();
            }
            case CHECKING, OPENING -> sign.batch().pin().cancel();
            case IDLE, DONE -> {}
        }
    }
}
