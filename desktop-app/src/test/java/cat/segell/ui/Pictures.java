// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.card.admission.DriverFile;
import cat.segell.credential.Pin;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.problem.ServiceProblem;
import cat.segell.text.Language;
import cat.segell.ui.desk.Drivers;
import cat.segell.ui.desk.HiddenSigner;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.PlayedDesk;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import cat.segell.ui.sign.SignScreen;
import cat.segell.ui.sign.SignViewModel;
import cat.segell.ui.system.UiThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Paints the window's states into files, for eyes. Run with the flags of the window's tests. The arguments: a folder,
 * {@code ca-contrast-200} and the like to have only these looks, names of states to have only those.
 */
public final class Pictures {

    static final List<String> NAMES = List.of(
            "Decret 2026-0412.pdf",
            "Decret 2026-0413.pdf",
            "Acta de la junta de govern local del 12 de novembre de 2026, amb annexos i esmenes.pdf",
            "Informe econòmic.pdf",
            "Conveni marc de cessió d'espais.pdf",
            "Certificat d'empadronament.pdf",
            "Plec de clàusules administratives.pdf",
            "Convocatòria del ple.pdf");

    static final String FOLDER = "/documents/";

    private static final URI AUTHORITY = URI.create("http://ocsp.autoritat.example/estat");

    private static final Pattern LOOK = Pattern.compile("[a-z]+-[a-z]+-[0-9]+");

    private final Path folder;
    private final List<String> states;
    private final Executor held = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Pictures(Path folder, List<String> states) {
        this.folder = folder;
        this.states = states;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        List<String> only = List.of(arguments).subList(1, arguments.length);
        List<String> looks = only.stream().filter(LOOK.asMatchPredicate()).toList();
        List<String> states =
                only.stream().filter(LOOK.asMatchPredicate().negate()).toList();
        CountDownLatch done = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(Fonts::load);
        new UiThread().execute(() -> {
            try {
                new Pictures(folder, states).all(looks);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void all(List<String> looks) {
        for (Appearance appearance : List.of(
                new Appearance(Language.CA, ThemeChoice.LIGHT, 100),
                new Appearance(Language.ES, ThemeChoice.DARK, 100),
                new Appearance(Language.CA, ThemeChoice.LIGHT, 200),
                new Appearance(Language.EN, ThemeChoice.LIGHT, 100),
                new Appearance(Language.CA, ThemeChoice.CONTRAST, 100),
                new Appearance(Language.ES, ThemeChoice.DARK, 200),
                new Appearance(Language.EN, ThemeChoice.CONTRAST, 200))) {
            if (looks.isEmpty() || looks.contains(name(appearance))) {
                set(appearance);
            }
        }
    }

    private static String name(Appearance appearance) {
        return String.join(
                "-",
                appearance.language().get().tag(),
                appearance.theme().get().word(),
                String.valueOf(appearance.textSize().get()));
    }

    private void set(Appearance appearance) {
        paint(appearance, "empty", new PlayedDesk().with(People.clerk()), _ -> {});
        paint(appearance, "nobody", new PlayedDesk(), Played::fill);
        paint(appearance, "unfit", new PlayedDesk().with(People.loginOnly()), Played::fill);
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
        paint(
                appearance,
                "signed-already",
                new PlayedDesk()
                        .with(People.clerk())
                        .carrying(FOLDER + NAMES.get(1), 1)
                        .leavingAlone(FOLDER + NAMES.get(2)),
                played -> {
                    played.fill();
                    played.settle();
                    if (played.stage.getScene().lookup("#documents") instanceof ListView<?> list) {
                        list.requestFocus();
                        list.getSelectionModel().select(2);
                    }
                });
        PlayedDesk forms = new PlayedDesk()
                .with(People.clerk())
                .waiting(FOLDER + NAMES.get(1), "Alcaldia", People.signing())
                .carrying(FOLDER + NAMES.get(4), 1)
                .waiting(FOLDER + NAMES.get(4), "Alcaldia", "Tresoreria");
        paint(appearance, "fields", forms, Played::fill);
        paint(appearance, "pin-fields", forms, played -> {
            played.fill();
            played.screen.mainAction();
        });
        paint(appearance, "done-fields", forms, Played::sign);
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
        paint(
                appearance,
                "chooser-hidden",
                new PlayedDesk()
                        .with(
                                People.clerkUntil(Instant.now().plus(Period.ofDays(12))),
                                People.clerkOf("Consell Comarcal de l'Exemple", 3),
                                People.loginOnly())
                        .hiding(People.beside().toArray(HiddenSigner[]::new)),
                played -> {
                    played.fill();
                    played.screen.mainAction();
                    if (played.stage.getScene().lookup("#show-hidden") instanceof Button show) {
                        show.fire();
                    }
                });
        paint(
                appearance,
                "found",
                new PlayedDesk().with(People.loginOnly()).hiding(People.beside().toArray(HiddenSigner[]::new)),
                played -> {
                    played.fill();
                    played.settle();
                    if (played.stage.getScene().lookup("#show-certificates") instanceof Button show) {
                        show.fire();
                    }
                });
        paint(
                appearance,
                "expires-soon",
                new PlayedDesk().with(People.clerkUntil(Instant.now().plus(Period.ofDays(12)))),
                Played::fill);
        paint(appearance, "help", new PlayedDesk().with(People.clerk()), played -> played.shell.help());
        paint(appearance, "pin", new PlayedDesk().with(People.clerk()).tries(2), played -> {
            played.fill();
            played.screen.mainAction();
        });
        paint(appearance, "pin-documents", new PlayedDesk().with(People.clerk()), played -> {
            played.fill();
            played.screen.mainAction();
            played.settle();
            ((Button) played.shell.root().lookup("#pin-list")).fire();
        });
        paint(
                appearance,
                "pin-unchecked",
                new PlayedDesk().with(People.clerk()).unchecked(new RevocationSilent(AUTHORITY)),
                played -> {
                    played.fill();
                    played.screen.mainAction();
                });
        paint(
                appearance,
                "done-unchecked",
                new PlayedDesk().with(People.clerk()).unchecked(new RevocationSilent(AUTHORITY)),
                played -> {
                    played.fill();
                    played.screen.mainAction();
                    played.settle();
                    played.model.batch().pin().answer(new Pin(new char[] {'1', '2', '3', '4'}));
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
        paint(appearance, "forgotten", new PlayedDesk().with(People.clerk()), played -> {
            played.fill();
            played.screen.mainAction();
            played.press("#pin-forgotten");
        });
        paint(appearance, "card", new PlayedDesk().with(People.clerk()).tries(2), played -> {
            played.fill();
            played.screen.chipClicked();
        });
        paint(appearance, "new-pin", new PlayedDesk().with(People.clerk()).tries(2), played -> {
            played.fill();
            played.screen.chipClicked();
            played.press("#card-change");
        });
        PlayedDesk lastPuk = new PlayedDesk().with(People.clerk()).tries(0);
        lastPuk.pins().pukTries(1);
        paint(appearance, "new-pin-puk", lastPuk, played -> {
            played.fill();
            played.screen.chipClicked();
            played.press("#card-unblock");
        });
        paint(appearance, "new-pin-first", new PlayedDesk().with(People.clerk()).delivered(), played -> {
            played.fill();
            played.screen.mainAction();
        });
        paint(appearance, "new-pin-done", new PlayedDesk().with(People.clerk()).delivered(), played -> {
            played.fill();
            played.screen.mainAction();
            played.settle();
            played.model
                    .pinChange()
                    .answer(new Pin(new char[] {'1', '2', '3', '4'}), new Pin(new char[] {'2', '4', '6', '8'}));
        });
        PlayedDesk noPuk = new PlayedDesk().with(People.clerk()).tries(0);
        noPuk.pins().pukTries(0);
        paint(appearance, "puk-locked", noPuk, played -> {
            played.fill();
            played.screen.chipClicked();
            played.press("#card-unblock");
        });
        DriverFile driver = Drivers.changed();
        PlayedDesk onReader = new PlayedDesk().with(People.clerk()).withKeypad();
        onReader.pins().waiting();
        paint(appearance, "new-pin-reader", onReader, played -> {
            played.fill();
            played.screen.chipClicked();
            played.press("#card-change");
        });
        paint(appearance, "forgotten-puk-locked", new PlayedDesk().with(People.pukLocked()), played -> {
            played.fill();
            played.screen.chipClicked();
            played.press("#card-forgotten");
        });
        paint(appearance, "driver-changed", new PlayedDesk().changedDriver(driver), Played::fill);
        paint(appearance, "driver", new PlayedDesk().changedDriver(driver), played -> {
            played.fill();
            played.model.driver().look(Drivers.FILE);
        });
        paint(appearance, "driver-add", new PlayedDesk().driverFile(Drivers.tried()), played -> {
            played.fill();
            played.model.driver().add(() -> Optional.of(Drivers.FILE));
        });
        paint(
                appearance,
                "driver-updated",
                new PlayedDesk().with(People.clerk()).noticing(new DriverUpdated(Drivers.FILE)),
                Played::fill);
        paint(appearance, "service-down", new PlayedDesk(), played -> {
            played.fill();
            played.model.cards().seen(People.noService());
        });
        paint(appearance, "driver-refused", new PlayedDesk(), played -> {
            played.fill();
            played.model.driver().add(() -> Optional.of(Drivers.FILE));
        });
        PlayedDesk eight = new PlayedDesk();
        for (int number = 1; number <= 8; number++) {
            eight.with(People.clerkOf("Ajuntament de Vilaprova número " + number, number));
        }
        paint(appearance, "chooser-many", eight, played -> {
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
        CountDownLatch notNow = new CountDownLatch(1);
        paint(appearance, "stop", new PlayedDesk().with(People.clerk()).pace(_ -> await(notNow)), played -> {
            played.sign();
            played.settle();
            played.screen.escape();
        });
        paint(
                appearance,
                "no-timestamp",
                new PlayedDesk()
                        .with(People.clerk())
                        .withoutTimestamps(new ServiceProblem.TsaUnreachable(URI.create("https://tsa.example.org/"))),
                Played::sign);
        paint(appearance, "practice-locked", new PlayedDesk().tries(0), played -> {
            played.model.signers().usePractice();
            played.fill();
            played.screen.mainAction();
        });
        PlayedDesk broken = new PlayedDesk()
                .with(People.clerk())
                .broken(Instant.parse("2026-11-27T10:00:00Z"), 5, NAMES.toArray(String[]::new))
                .broken(Instant.parse("2026-11-26T10:00:00Z"), 0, NAMES.getFirst());
        paint(appearance, "resume", broken, played -> played.model.resume().look());
        paint(appearance, "resume-pin", broken, played -> {
            played.model.resume().look();
            played.press("#resume-sign");
        });
        paint(
                appearance,
                "resume-no-card",
                new PlayedDesk().broken(Instant.parse("2026-11-27T10:00:00Z"), 5, NAMES.toArray(String[]::new)),
                played -> {
                    played.model.resume().look();
                    played.press("#resume-sign");
                });
        PlayedDesk removed = new PlayedDesk().with(People.clerk()).breakingAt(5, new TokenRemoved("T-CAT"));
        paint(appearance, "pause", removed, played -> {
            played.sign();
            played.settle();
            played.model.cards().seen(People.noCard());
        });
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
        if (!states.isEmpty() && !states.contains(name)) {
            return;
        }
        Played played = new Played(appearance, desk);
        play.accept(played);
        write(snapshot(played), folder.resolve(name + "-" + name(appearance) + ".png"));
        played.stage.hide();
    }

    private static BufferedImage snapshot(Played played) {
        played.settle();
        played.settle();
        return Painted.of(played.stage);
    }

    private static void write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window over a played desk, in which time passes. */
    private final class Played {

        final PlayedWindow window;
        final Stage stage = new Stage();
        final SignViewModel model;
        final SignScreen screen;
        final Shell shell;

        Played(Appearance appearance, PlayedDesk desk) {
            window = new PlayedWindow(stage, appearance, desk, held);
            model = window.model;
            screen = window.screen;
            shell = window.shell;
            model.cards().seen(People.readers());
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

        void press(String query) {
            settle();
            if (stage.getScene().lookup(query) instanceof Button button) {
                button.fire();
            }
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
}
