// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.app.Policy;
import cat.segell.app.Preferences;
import cat.segell.app.Settings;
import cat.segell.credential.Pin;
import cat.segell.problem.DocumentProblem;
import cat.segell.text.Language;
import cat.segell.ui.sign.People;
import cat.segell.ui.sign.PlayedDesk;
import cat.segell.ui.sign.SignScreen;
import cat.segell.ui.sign.SignViewModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Paints the window's states into files, for eyes. Run with the flags of the window's tests; the argument is a folder. */
public final class Pictures {

    private static final List<String> NAMES = List.of(
            "Decret 2026-0412.pdf",
            "Decret 2026-0413.pdf",
            "Acta de la junta de govern local del 12 de novembre de 2026, amb annexos i esmenes.pdf",
            "Informe econòmic.pdf",
            "Conveni marc de cessió d'espais.pdf",
            "Certificat d'empadronament.pdf",
            "Plec de clàusules administratives.pdf",
            "Convocatòria del ple.pdf");

    private static final String FOLDER = "/documents/";

    private final Path folder;
    private final Executor held = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Pictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        CountDownLatch done = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(Fonts::load);
        new UiThread().execute(() -> {
            try {
                new Pictures(folder).all();
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void all() {
        set(new Appearance(Language.CA, ThemeChoice.LIGHT, 100));
        set(new Appearance(Language.ES, ThemeChoice.DARK, 100));
        set(new Appearance(Language.CA, ThemeChoice.LIGHT, 200));
        set(new Appearance(Language.EN, ThemeChoice.LIGHT, 100));
    }

    private void set(Appearance appearance) {
        paint(appearance, "empty", new PlayedDesk().with(People.clerk()), _ -> {});
        paint(appearance, "nobody", new PlayedDesk().with(People.loginOnly()), Played::fill);
        paint(appearance, "list", new PlayedDesk().with(People.clerk()), Played::fill);
        paint(
                appearance,
                "refused",
                new PlayedDesk()
                        .with(People.clerk())
                        .refusing(
                                FOLDER + NAMES.get(3),
                                new DocumentProblem.DocumentEncrypted(Path.of(FOLDER + NAMES.get(3)))),
                Played::fill);
        paint(appearance, "practice", new PlayedDesk(), played -> {
            played.fill();
            played.model.signers().usePractice();
        });
        paint(
                appearance,
                "chooser",
                new PlayedDesk()
                        .with(
                                People.clerkOf("Ajuntament de Vilaprova", 1),
                                People.clerkOf("Ajuntament de Sant Inventat del Vallès", 2),
                                People.clerkOf("Consell Comarcal de l'Exemple", 3),
                                People.loginOnly()),
                played -> {
                    played.fill();
                    played.screen.mainAction();
                });
        paint(appearance, "help", new PlayedDesk().with(People.clerk()), played -> played.shell.help());
        paint(appearance, "pin", new PlayedDesk().with(People.clerk()).tries(2), played -> {
            played.fill();
            played.screen.mainAction();
        });
        paint(appearance, "pin-wrong", new PlayedDesk().with(People.clerk()), played -> {
            played.fill();
            played.screen.mainAction();
            played.settle();
            played.model.batch().pin().answer(new Pin(new char[] {'9'}));
        });
        paint(appearance, "pin-last", new PlayedDesk().with(People.clerk()).tries(1), played -> {
            played.fill();
            played.screen.mainAction();
        });
        paint(appearance, "pin-locked", new PlayedDesk().with(People.clerk()).tries(1), played -> {
            played.fill();
            played.screen.mainAction();
            played.settle();
            played.model.batch().pin().answer(new Pin(new char[] {'9'}));
        });
        paint(appearance, "locked-before", new PlayedDesk().with(People.clerk()).tries(0), played -> {
            played.fill();
            played.screen.mainAction();
        });
        CountDownLatch never = new CountDownLatch(1);
        paint(
                appearance,
                "progress",
                new PlayedDesk().with(People.clerk()).pace(index -> {
                    if (index == 4) {
                        await(never);
                    }
                }),
                Played::sign);
        paint(appearance, "done", new PlayedDesk().with(People.clerk()), Played::sign);
        paint(
                appearance,
                "result",
                new PlayedDesk()
                        .with(People.clerk())
                        .failing(
                                FOLDER + NAMES.get(3),
                                new DocumentProblem.DocumentChanged(Path.of(FOLDER + NAMES.get(3)))),
                Played::sign);
        paint(appearance, "practice-done", new PlayedDesk(), played -> {
            played.model.signers().usePractice();
            played.sign();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void paint(Appearance appearance, String name, PlayedDesk desk, Consumer<Played> play) {
        Played played = new Played(appearance, desk);
        play.accept(played);
        played.settle();
        played.settle();
        WritableImage image = played.stage.getScene().snapshot(null);
        String file = String.join(
                "-",
                name,
                appearance.language().get().tag(),
                appearance.theme().get().word(),
                appearance.textSize().get() + ".png");
        write(image, folder.resolve(file));
        played.stage.hide();
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage buffer = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                buffer.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(buffer, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window over a played desk. */
    private final class Played {

        final Stage stage = new Stage();
        final SignViewModel model;
        final SignScreen screen;
        final Shell shell;

        Played(Appearance appearance, PlayedDesk desk) {
            Executor now = Runnable::run;
            model = new SignViewModel(
                    desk,
                    new SignViewModel.Workers(held, now, now, new UiThread()),
                    InstantSource.system(),
                    Preferences.of(Policy.NONE, Settings.NONE));
            screen = new SignScreen(model);
            shell = new Shell(appearance, screen, new NoOutside());
            Scene scene = new Scene(shell.root(), Window.SMALLEST_WIDTH, Window.SMALLEST_HEIGHT);
            new Themes(appearance, scene).follow();
            stage.setScene(scene);
            stage.show();
            model.signers().look();
        }

        void fill() {
            model.documents()
                    .add(NAMES.stream().map(name -> Path.of(FOLDER + name)).toList());
        }

        void sign() {
            fill();
            screen.mainAction();
            settle();
            model.batch().pin().answer(new Pin(new char[] {'1', '2', '3', '4'}));
        }

        /** Lets the window's thread work off what waits for it. */
        void settle() {
            Object key = new Object();
            PauseTransition pause = new PauseTransition(Duration.millis(120));
            pause.setOnFinished(_ -> Platform.exitNestedEventLoop(key, null));
            pause.play();
            Platform.enterNestedEventLoop(key);
        }
    }

    /** Nothing outside. */
    private static final class NoOutside implements Outside {

        @Override
        public List<Path> chooseFiles(String title) {
            return new ArrayList<>();
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public void open(Path file) {}

        @Override
        public void reveal(Path file) {}

        @Override
        public void copy(String text) {}

        @Override
        public List<Path> pasted() {
            return List.of();
        }
    }
}
