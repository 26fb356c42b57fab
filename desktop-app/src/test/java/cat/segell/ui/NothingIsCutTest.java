// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.ReaderProblem.CardWithoutDriver;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.text.Language;
import cat.segell.ui.desk.Drivers;
import cat.segell.ui.desk.People;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Problems and dialogs can be read to their last line and their last button, in every language, size of text and window. */
class NothingIsCutTest extends AtPlayedWindow {

    private static final String DOCUMENT =
            "/documents/2026/Acta_de_la_junta_de_govern_local_del_12_de_novembre_de_2026_amb_annexos_i_esmenes.pdf";

    private static final String OTHER = "/documents/2026/Informe econòmic.pdf";

    private static final URI AUTHORITY = URI.create("http://ocsp.autoritat-de-certificacio.example/estat/certificats");

    private static final List<Integer> SIZES = List.of(100, 150, 200);

    /** The usual one, what a small screen leaves of it and less, and a large one. */
    private static final List<List<Integer>> WINDOWS =
            List.of(List.of(1040, 720), List.of(820, 660), List.of(1600, 1000));

    NothingIsCutTest() {
        super(Language.CA);
    }

    @Test
    void theProblemOfARefusedDocument(FxRobot person) {
        desk.with(People.clerk()).refusing(DOCUMENT, new DocumentProblem.DocumentEncrypted(Path.of(DOCUMENT)));
        fill(person);
        allCanBeSeen(person, "#problem");
    }

    @Test
    void theRowsAboveAProblem(FxRobot person) {
        desk.with(People.clerk()).refusing(DOCUMENT, new DocumentProblem.DocumentEncrypted(Path.of(DOCUMENT)));
        fill(person);
        allCanBeSeen(person, "#documents .list-cell:filled");
    }

    @Test
    void theProblemThatKeptAllFromBeingSigned(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).tries(0);
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#problem");
        allCanBeSeen(person, "#problem");
    }

    @Test
    void theProblemOfALockedPracticeCard(FxRobot person) throws TimeoutException {
        desk.tries(0);
        fill(person);
        person.interact(() -> window.model.signers().usePractice());
        person.clickOn("#sign-button");
        robot.sees("#practice-unlock");
        allCanBeSeen(person, "#problem");
    }

    @Test
    void theProblemOfAResult(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).failing(DOCUMENT, new DocumentProblem.OutputUnwritable(Path.of(DOCUMENT)));
        desk.unchecked(new RevocationSilent(AUTHORITY));
        fill(person);
        person.clickOn("#sign-button");
        enterThePin(person);
        allCanBeSeen(person, "#problem");
        allCanBeSeen(person, "#unchecked");
    }

    @Test
    void theProblemBesideWhenNobodyCanSign(FxRobot person) {
        fill(person);
        allCanBeSeen(person, "#no-signer");
    }

    @Test
    void whatIsToBeKnownOfACardThatIsNotRead(FxRobot person) throws TimeoutException {
        desk.unread(
                new CardWithoutDriver("Lector inventat 00", "Targeta d’identitat estoniana", List.of("OpenSC")),
                "This card has two PINs.",
                "OpenSC: Install the packages opensc and pcscd.");
        fill(person);
        assertThat(robot.said("#no-signer"))
                .containsSubsequence("OpenSC.", "This card has two PINs.", "OpenSC: Install the packages");
        person.clickOn("#problem-copy");
        assertThat(window.outside.copied()).contains("This card has two PINs.\nOpenSC: Install the packages");
        allCanBeSeen(person, "#no-signer");
    }

    @Test
    void thePinDialog(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).tries(2).unchecked(new RevocationSilent(AUTHORITY));
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pin");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theBatchThatWaits(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).breakingAt(1, new TokenRemoved("T-CAT de Marta Exemple Inventada"));
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#pause-go");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theOfferToSignWhatIsLeft(FxRobot person) throws TimeoutException {
        desk.broken(Instant.parse("2026-11-27T10:00:00Z"), 1, DOCUMENT, OTHER).broken(Instant.EPOCH, 0, OTHER);
        person.interact(() -> window.model.resume().look());
        robot.sees("#resume-words");
        allCanBeSeen(person, "#resume");
    }

    @Test
    void thePinDialogOnTheLastTry(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).tries(2);
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("9").type(KeyCode.ENTER);
        robot.sees("#pin-consent");
        person.write("9").type(KeyCode.ENTER);
        robot.sees("#pin-unticked");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theDialogOfAReaderWithKeys(FxRobot person) throws TimeoutException {
        desk.withKeypad().with(People.clerk());
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theDialogOfAReaderWithKeysOnTheLastTry(FxRobot person) throws TimeoutException {
        desk.withKeypad().with(People.clerk()).tries(1);
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pad-consent");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theDialogOfALockedCard(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).tries(1);
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pin-consent");
        person.clickOn("#pin-consent").clickOn("#pin");
        person.write("9").type(KeyCode.ENTER);
        robot.sees("#pin-close");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void whatToDoWithoutThePin(FxRobot person) throws TimeoutException {
        desk.with(People.clerk());
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#pin");
        allCanBeSeen(person, ".dialog", () -> {
            if (shown(".dialog").lookup("#pin-forgotten") instanceof Button forgotten) {
                forgotten.fire();
            }
        });
    }

    @Test
    void theDialogOfANewPin(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).pins().pukTries(1);
        fill(person);
        person.clickOn("#chip").clickOn("#card-unblock");
        robot.sees("#pin-present");
        person.write("1")
                .type(KeyCode.TAB)
                .write("24680")
                .type(KeyCode.TAB)
                .write("24681")
                .type(KeyCode.ENTER);
        robot.sees("#pin-wrong");
        person.write("24680").type(KeyCode.TAB).write("24680").type(KeyCode.ENTER);
        robot.sees("#pin-unticked");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void whyTheCardTakesNoPuk(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).pins().pukTries(0);
        fill(person);
        person.clickOn("#chip").clickOn("#card-unblock");
        robot.sees("#route");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theWaitForAReaderWithKeysThatChangesThePin(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).withKeypad().pins().waiting();
        fill(person);
        person.clickOn("#chip").clickOn("#card-change");
        robot.sees("#pad-words");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void whatOnlyHasToBeKnown(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).noticing(new DriverUpdated(Path.of(DOCUMENT)));
        fill(person);
        robot.sees("#notice-taken");
        allCanBeSeen(person, "#problem");
    }

    @Test
    void whatCanBeDoneAboutACard(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).tries(2);
        fill(person);
        person.clickOn("#chip");
        robot.sees("#card-close");
        allCanBeSeen(person, ".dialog", window.screen::chipClicked);
    }

    @Test
    void theChangedDriver(FxRobot person) throws TimeoutException {
        Path driver = Path.of("/home/marta/programes/Targetes/Controlador_de_la_targeta_corporativa/lib/libpkcs11.so");
        desk.changedDriver(Drivers.changed(driver, Path.of(driver + ".2.11")));
        fill(person);
        robot.sees("#driver-review");
        allCanBeSeen(person, "#no-signer");
        person.interact(() -> window.model.driver().look(driver));
        robot.sees("#driver-accept");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theDriverToAdd(FxRobot person) throws TimeoutException {
        Path driver = Path.of("/home/marta/programes/Targetes/Controlador_de_la_targeta_corporativa/lib/libpkcs11.so");
        desk.driverFile(Drivers.tried(Drivers.changed(driver, Path.of(driver + ".2.11"))));
        fill(person);
        person.interact(() -> window.model.driver().add(() -> Optional.of(driver)));
        robot.sees("#driver-add");
        allCanBeSeen(person, ".dialog");
        person.interact(() -> window.model.driver().add(() -> Optional.of(Drivers.FILE)));
        robot.sees("#driver-other");
        allCanBeSeen(person, ".dialog");
    }

    @Test
    void theChooserOfManyCards(FxRobot person) throws TimeoutException {
        for (int number = 1; number <= 8; number++) {
            desk.with(People.clerkOf("Ajuntament de Vilaprova número " + number, number));
        }
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#chooser-continue");
        allCanBeSeen(person, ".dialog", window.screen::mainAction);
    }

    @Test
    void theChooser(FxRobot person) throws TimeoutException {
        desk.with(
                People.clerkOf("Ajuntament de Vilaprova", 1),
                People.clerkOf("Consorci d'Infraestructures Inventades de la Comarca de l'Exemple", 2),
                People.loginOnly());
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#chooser-continue");
        allCanBeSeen(person, ".dialog", window.screen::mainAction);
    }

    @Test
    void theChooserWithWhatIsHiddenAndWhatExpires(FxRobot person) throws TimeoutException {
        desk.with(
                People.clerkUntil(Instant.now().plus(Duration.ofDays(5))),
                People.clerkOf("Consell Comarcal de l'Exemple", 3));
        People.beside().forEach(desk::hiding);
        fill(person);
        person.clickOn("#sign-button");
        robot.sees("#show-hidden");
        allCanBeSeen(person, ".dialog", () -> {
            window.screen.mainAction();
            ((Button) shown("#show-hidden")).fire();
        });
    }

    private void fill(FxRobot person) {
        person.interact(() -> {
            window.model.signers().look();
            window.add(OTHER, DOCUMENT);
        });
    }

    private void allCanBeSeen(FxRobot person, String part) {
        allCanBeSeen(person, part, () -> {});
    }

    /** @param reopen for what closes when language or size of text change */
    private void allCanBeSeen(FxRobot person, String part, Runnable reopen) {
        List<String> cut = new ArrayList<>();
        // All at once: to paint each would take long, and tell nothing more.
        person.interact(() -> {
            freeTheWindowFromItsStage();
            for (Language language : Language.values()) {
                for (int size : SIZES) {
                    window.appearance.language().set(language);
                    window.appearance.textSize().set(size);
                    for (List<Integer> extent : WINDOWS) {
                        window.shell.root().resize(extent.getFirst(), extent.getLast());
                        reopen.run();
                        String at = language.tag() + " " + size + " " + extent + ": ";
                        for (Node each : all(part)) {
                            InSight.cut(each, window.shell.root()).forEach(fault -> cut.add(at + fault));
                        }
                        if (part.equals(".dialog")) {
                            InSight.below(shown(".dialog-buttons"), window.shell.root())
                                    .forEach(fault -> cut.add(at + fault));
                        }
                    }
                }
            }
        });
        assertThat(cut).isEmpty();
    }

    /** To have more sizes than the played screen has. */
    private void freeTheWindowFromItsStage() {
        Scene scene = window.stage.getScene();
        scene.setRoot(new Pane());
        window.shell.root().setManaged(false);
        scene.setRoot(new Pane(window.shell.root()));
    }

    /** All that there are of a part. */
    private List<Node> all(String part) {
        shown(part);
        return List.copyOf(window.shell.root().lookupAll(part));
    }

    /** Laid out, and in little room on the tab where it is. */
    private Node shown(String part) {
        Parent root = window.shell.root();
        layOut(root);
        if (root.lookup(part) == null && root.lookup("#tab-options") instanceof ToggleButton options) {
            options.setSelected(true);
            layOut(root);
        }
        return Objects.requireNonNull(root.lookup(part), part);
    }

    private static void layOut(Parent root) {
        // Some sizes are known only once others are set.
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
    }
}
