// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.keys.TokenNames;
import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.credential.Credential;
import cat.segell.text.Language;
import cat.segell.ui.desk.Drivers;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.SignerOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Who signs, and why others can't. */
class ChooserTest extends AtPlayedWindow {

    private static final SignerOption VILAPROVA = People.clerkOf("Ajuntament de Vilaprova", 1);
    private static final SignerOption COMARCA = People.clerkOf("Consell Comarcal de l'Exemple", 3);

    ChooserTest() {
        super(Language.EN);
    }

    private void choose(FxRobot person, SignerOption... signers) throws TimeoutException {
        desk.with(signers);
        person.interact(() -> {
            window.model.signers().look();
            window.add("/d/a.pdf");
        });
        robot.keys(KeyCode.CONTROL, KeyCode.ENTER);
        robot.sees("#chooser-cancel");
    }

    @Test
    void oneOrganisationsCertificatesAreBesideEachOther(FxRobot person) throws TimeoutException {
        choose(person, VILAPROVA, COMARCA, People.clerkOf("Ajuntament de Vilaprova", 2));
        assertThat(person.lookup(".choice").queryAllAs(Node.class))
                .extracting(Node::getId)
                .containsExactly("choice-11111111", "choice-22222222", "choice-33333333");
        assertThat(robot.said(".dialog"))
                .contains("Which organisation are you signing for?")
                .contains("Marta Inventada Soler has certificates of 2 organisations.");
    }

    @Test
    void theKeyboardChooses(FxRobot person) throws TimeoutException {
        choose(person, VILAPROVA, COMARCA);
        assertThat(robot.hasFocus("#choice-11111111")).isTrue();
        person.type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.TAB);
        assertThat(robot.hasFocus("#open-key-file"))
                .as("what follows the cards")
                .isTrue();
        person.type(KeyCode.TAB);
        assertThat(robot.hasFocus("#add-driver")).isTrue();
        person.type(KeyCode.TAB);
        assertThat(robot.hasFocus("#chooser-card"))
                .as("what is only of the chosen one")
                .isTrue();
        person.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.ENTER);
        robot.nolongerSees("#chooser-cancel");
        assertThat(window.model.signers().chosen().get()).contains(COMARCA);
    }

    @Test
    void howeverManyThereAreTheButtonsStayInSight(FxRobot person) throws TimeoutException {
        SignerOption[] eight = new SignerOption[8];
        for (int number = 1; number <= 8; number++) {
            eight[number - 1] = People.clerkOf("Ajuntament de Vilaprova número " + number, number);
        }
        choose(person, eight);
        assertThat(isSeen(person, "#chooser-continue")).isTrue();
        assertThat(isSeen(person, "#choice-88888888")).as("the last one").isFalse();
        for (int number = 2; number <= 8; number++) {
            person.type(KeyCode.DOWN);
        }
        assertThat(isSeen(person, "#choice-88888888"))
                .as("the last one, once the keyboard is there")
                .isTrue();
        assertThat(isSeen(person, "#chooser-continue")).isTrue();
        person.type(KeyCode.SPACE).clickOn("#chooser-continue");
        robot.nolongerSees("#chooser-cancel");
        assertThat(window.model.signers().chosen().get()).contains(eight[7]);
        person.clickOn("#signer");
        robot.sees("#choice-88888888");
        assertThat(isSeen(person, "#choice-88888888"))
                .as("the chosen one, when it opens again")
                .isTrue();
    }

    private boolean isSeen(FxRobot person, String query) {
        Node node = person.lookup(query).query();
        Bounds whole = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            boolean opening = at.getStyleClass().contains("viewport");
            if (opening && !at.localToScene(at.getLayoutBounds()).contains(whole)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void leadsToThePinOfTheChosenOnesCard(FxRobot person) throws TimeoutException {
        choose(person, VILAPROVA, COMARCA);
        assertThat(robot.seesNow("#chooser-card")).as("of nobody").isFalse();
        person.clickOn("#choice-33333333").clickOn("#chooser-card").clickOn("#card-change");
        robot.sees("#pin-present");
        assertThat(desk.pins().choice()).isEqualTo(COMARCA.card());
    }

    @Test
    void saysOfACertificateThatItWillExpire(FxRobot person) throws TimeoutException {
        // Half a day more than twelve: whatever the hour, it is the thirteenth day that has begun.
        choose(person, COMARCA, People.clerkUntil(Instant.now().plus(Duration.ofHours(12 * 24 + 12))));
        assertThat(robot.said("#choice-11111111")).contains("T-CAT").contains("Expires in 13 days");
        assertThat(robot.said("#choice-33333333")).contains("Valid until 14 March 2028");
        assertThat(person.lookup("#choice-11111111").query().getAccessibleText())
                .startsWith("Marta Inventada Soler, Secretària interventora, Ajuntament de\u00a0Vilaprova, T-CAT,"
                        + " Expires in 13 days");
    }

    @Test
    void saysHowToRenewWhatWillExpire(FxRobot person) throws TimeoutException {
        choose(person, COMARCA, People.clerkUntil(Instant.now().plus(Duration.ofHours(12))));
        assertThat(robot.said("#choice-11111111")).contains("Ask for another one. https://renew.example.org/");
        assertThat(person.lookup("#choice-11111111").query().getAccessibleText())
                .endsWith("Ask for another one. https://renew.example.org/");
        person.clickOn("#choice-11111111").clickOn("#chooser-continue");
        robot.sees("#renewal");
        assertThat(robot.words("#renewal")).isEqualTo("Ask for another one. https://renew.example.org/");
    }

    @Test
    void namesTheReaderThatACardIsIn(FxRobot person) throws TimeoutException {
        person.interact(() -> window.model.cards().seen(People.readers()));
        choose(person, VILAPROVA, COMARCA);
        assertThat(robot.said("#choice-11111111")).contains("T-CAT · reader Lector inventat 00");
        assertThat(person.lookup("#choice-11111111").query().getAccessibleText())
                .contains("T-CAT · reader Lector inventat 00");
    }

    /** As `segell cards` and `segell keys` say it. */
    @Test
    void saysWhoseCardItIs(FxRobot person) throws TimeoutException {
        Credential key = People.clerk().credential();
        TokenInSlot token = new TokenInSlot(key.token(), People.READER, List.of(key), false);
        DriverSight driver =
                new DriverSight(KnownModule.set(Path.of("/usr/lib/a.so")), true, List.of(token), List.of());
        desk.names(new TokenNames(new CardsAtHand(People.readers(), List.of(driver)), Catalogue.bundled()));
        person.interact(() -> window.model.cards().seen(People.readers()));
        choose(person, VILAPROVA, COMARCA);
        assertThat(robot.said("#choice-11111111"))
                .contains("T-CAT of Maria Prova Inventada · reader Lector inventat 00");
        person.clickOn("#choice-11111111").clickOn("#chooser-continue").clickOn("#sign-button");
        robot.sees("#pin");
        assertThat(robot.words("#token")).isEqualTo("T-CAT of Maria Prova Inventada · reader Lector inventat 00");
    }

    @Test
    void thePinDialogNamesCardAndReader(FxRobot person) throws TimeoutException {
        person.interact(() -> window.model.cards().seen(People.readers()));
        choose(person, VILAPROVA, COMARCA);
        person.clickOn("#choice-11111111").clickOn("#chooser-continue").clickOn("#sign-button");
        robot.sees("#pin");
        assertThat(robot.words("#token")).isEqualTo("T-CAT · reader Lector inventat 00");
    }

    @Test
    void saysItOfTheChosenOneToo(FxRobot person) throws TimeoutException {
        desk.with(People.clerkUntil(Instant.now().plus(Duration.ofHours(12))));
        person.type(KeyCode.F5);
        robot.sees("#ends-soon");
        assertThat(robot.words("#ends-soon")).isEqualTo("The certificate expires within a day.");
        assertThat(person.lookup("#signer").query().getAccessibleText())
                .endsWith("Change. The certificate expires within a day.");
    }

    @Test
    void showsWhatIsHiddenWithTheRuleThatHidesIt(FxRobot person) throws TimeoutException {
        People.beside().forEach(desk::hiding);
        choose(person, VILAPROVA, COMARCA, People.loginOnly());
        assertThat(robot.said("#unfit-88888888")).contains("This certificate is not for signing");
        assertThat(robot.words("#show-hidden")).isEqualTo("Show the hidden ones (2)");
        assertThat(robot.seesNow("#hidden-certificates")).isFalse();

        person.clickOn("#show-hidden");
        assertThat(robot.seesNow("#hidden-certificates")).isTrue();
        assertThat(robot.said("#hidden-certificates"))
                .contains("Consorci de Certificació Inventat", "CERT-ISSUES-OTHERS")
                .contains("pkcs11:token=T-CAT;id=%07", "KEY-WITHOUT-CERTIFICATE");
        assertThat(person.lookup(".unfit").queryAllAs(Node.class))
                .as("readers of the screen get there and hear all of it")
                .allSatisfy(card -> {
                    assertThat(card.isFocusTraversable()).isTrue();
                    assertThat(card.getAccessibleText()).isNotBlank();
                });

        person.clickOn("#show-hidden");
        assertThat(robot.words("#show-hidden")).isEqualTo("Show the hidden ones (2)");
        assertThat(robot.seesNow("#hidden-certificates")).isFalse();
    }

    @Test
    void whereNobodyCanSignWhatWasFoundCanBeSeen(FxRobot person) throws TimeoutException {
        People.beside().forEach(desk::hiding);
        desk.with(People.loginOnly());
        person.type(KeyCode.F5);
        robot.sees("#no-signer");
        person.clickOn("#show-certificates");
        robot.sees("#unfit-88888888");
        assertThat(robot.seesNow("#chooser-continue"))
                .as("nothing to go on with")
                .isFalse();
        assertThat(robot.hasFocus("#unfit-88888888")).isTrue();
        person.clickOn("#show-hidden").type(KeyCode.ESCAPE);
        robot.nolongerSees("#chooser-cancel");
    }

    @Test
    void leadsToAnotherDriverForACardThatIsNotAmongThese(FxRobot person) throws TimeoutException {
        desk.driverFile(Drivers.tried(), People.clerkOf("Consorci Inventat", 5));
        window.outside.choose(Drivers.FILE);
        choose(person, VILAPROVA, COMARCA);
        person.clickOn("#add-driver");
        robot.sees("#driver-add");
        assertThat(robot.said(".dialog"))
                .contains("Controlador inventat 2.11", "Consorci Inventat", "/home/marta/driver.so");
        person.type(KeyCode.ENTER);
        assertThat(desk.driversAdded()).as("by an Enter too many").isEmpty();
        person.clickOn("#driver-add");
        robot.nolongerSees("#driver-add");
        person.clickOn("#signer");
        robot.sees("#choice-55555555");
    }

    @Test
    void whereNothingWasFoundThereIsNothingToSee() throws TimeoutException {
        robot.sees("#no-signer");
        assertThat(robot.seesNow("#show-certificates")).isFalse();
    }

    @Test
    void thePracticeCardIsAmongTheChoicesOnceItIsUsed(FxRobot person) throws TimeoutException {
        robot.sees("#use-practice");
        person.clickOn("#use-practice");
        robot.sees("#practice-band");
        person.clickOn("#signer");
        robot.sees("#choice-99999999");
        assertThat(robot.hasFocus("#choice-99999999")).isTrue();
    }
}
