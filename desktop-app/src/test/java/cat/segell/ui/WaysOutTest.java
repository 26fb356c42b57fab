// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.admission.DriverFile;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.Problem;
import cat.segell.problem.ServiceProblem;
import cat.segell.text.Language;
import cat.segell.ui.desk.Drivers;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.desk.StandingNotice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;

/** Where something is in the way, the window says what, why and what to do, with a code to copy; and there is a way on. */
class WaysOutTest extends AtPlayedWindow {

    WaysOutTest() {
        super(Language.EN);
    }

    private void ready(FxRobot person, String... files) {
        desk.with(People.clerk());
        person.interact(() -> {
            window.model.signers().look();
            window.add(files);
        });
    }

    private void sign(FxRobot person) throws TimeoutException {
        person.clickOn("#sign-button");
        enterThePin(person);
    }

    @Test
    void withoutAnyKeyPracticeIsTheWayToTry(FxRobot person) throws TimeoutException {
        robot.sees("#no-signer");
        assertThat(robot.said("#no-signer"))
                .contains("KEY-NONE")
                .contains("practise with the practice card")
                .doesNotContain("practice:");
        person.clickOn("#problem-copy");
        assertThat(window.outside.copied()).startsWith("KEY-NONE");
        person.clickOn("#use-practice");
        robot.sees("#practice-band");
    }

    @Test
    void aChangedDriverIsLookedAtBeforeItIsUsed(FxRobot person) throws TimeoutException {
        DriverFile file = Drivers.changed();
        desk.changedDriver(file);
        person.type(KeyCode.F5);
        robot.sees("#driver-review");
        assertThat(robot.said("#no-signer")).contains("DRIVER-CHANGED");
        person.clickOn("#driver-review");
        robot.sees("#driver-facts");
        assertThat(robot.said("#driver-facts"))
                .contains("/home/marta/driver.so", "/home/marta/driver-2.so", "marta", "20 November 2026")
                .contains(file.sha256().hex().substring(0, 4) + " ");
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#driver-facts");
        assertThat(desk.driverAccepted()).as("what Enter means").isFalse();

        person.clickOn("#driver-review");
        robot.sees("#driver-accept");
        desk.with(People.clerk());
        person.clickOn("#driver-accept");
        robot.nolongerSees("#driver-facts");
        assertThat(desk.driverAccepted()).isTrue();
        robot.nolongerSees("#driver-review");
        assertThat(window.model.signers().chosen().get()).isPresent();
    }

    @Test
    void aCertificateForLogInOnlySaysSo(FxRobot person) throws TimeoutException {
        desk.with(People.loginOnly());
        person.type(KeyCode.F5);
        robot.sees("#no-signer");
        assertThat(robot.said("#no-signer")).contains("CERT-NOT-FOR-SIGNING");
    }

    @Test
    void aLockedPracticeCardGetsItsTriesBack(FxRobot person) throws TimeoutException {
        person.interact(() -> window.add("/d/a.pdf"));
        person.clickOn("#use-practice");
        robot.sees("#practice-band");
        desk.tries(0);
        person.clickOn("#sign-button");
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("TOKEN-LOCKED");
        person.clickOn("#practice-unlock");
        robot.nolongerSees("#problem");
        sign(person);
    }

    @Test
    void withoutTimeStampItSaysThatItIsSignedAndWhatIsMissing(FxRobot person) throws TimeoutException {
        desk.withoutTimestamps(new ServiceProblem.TsaUnreachable(URI.create("https://tsa.example.org/")));
        ready(person, "/d/a.pdf");
        sign(person);
        assertThat(robot.said("#result")).contains("1 lacks its time-stamp: it is signed, at level B.");
        assertThat(robot.said("#results")).contains("PAdES-B, level T missing");
        assertThat(robot.said("#problem")).contains("TSA-UNREACHABLE");
    }

    @Test
    void whereTheFolderTakesNothingTheListComesBackToChooseAnother(FxRobot person) throws TimeoutException {
        desk.failing("/d/b.pdf", new DocumentProblem.OutputUnwritable(Path.of("/d")));
        ready(person, "/d/a.pdf", "/d/b.pdf");
        sign(person);
        assertThat(robot.said("#problem")).contains("OUTPUT-UNWRITABLE");
        person.clickOn("#back-to-list");
        robot.sees("#document-count");
        assertThat(window.model.documents().rows())
                .extracting(row -> row.name())
                .containsExactly("b.pdf");
        desk.heal();
        sign(person);
    }

    @Test
    void whereTheFolderTakesNothingAnotherIsChosenOnTheSpot(FxRobot person) throws TimeoutException {
        desk.signingNothing(new DocumentProblem.OutputUnwritable(Path.of("/d")));
        ready(person, "/d/a.pdf");
        person.clickOn("#sign-button");
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("OUTPUT-UNWRITABLE");
        assertThat(robot.seesNow("#pin")).as("asked for a PIN").isFalse();
        desk.heal();
        window.outside.choose(Path.of("/elsewhere"));
        person.clickOn("#problem-folder");
        robot.nolongerSees("#problem");
        sign(person);
        assertThat(desk.requests().getLast().output()).contains(Path.of("/elsewhere"));
    }

    @Test
    void anAuthorityInAPrivateNetworkIsAllowedOnTheSpot(FxRobot person) throws TimeoutException {
        desk.signingNothing(new ServiceProblem.TsaPrivate(URI.create("https://tsa.example.org/")));
        ready(person, "/d/a.pdf");
        person.clickOn("#sign-button");
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("TSA-PRIVATE", "allow private networks until you close Segell");
        person.clickOn("#allow-private");
        robot.nolongerSees("#problem");
        sign(person);
    }

    @Test
    void whatIsSignedAlreadySaysSoAndIsSignedBeside(FxRobot person) throws TimeoutException {
        desk.carrying("/d/a.pdf", 2);
        ready(person, "/d/a.pdf");
        assertThat(robot.said("#documents")).contains("Carries 2 signatures: yours is added");
        sign(person);
    }

    @Test
    void whatSegellSignedBeforeCanBeSignedAllTheSame(FxRobot person) throws TimeoutException {
        desk.leavingAlone("/d/a-signed.pdf");
        ready(person, "/d/a-signed.pdf");
        assertThat(robot.said("#sign-button")).contains("No document to sign");
        person.clickOn("#documents .list-cell");
        person.clickOn("#sign-anyway");
        assertThat(robot.said("#sign-button")).contains("Sign 1 document");
        sign(person);
    }

    @Test
    void whatThePersonHasSignedIsLeftAloneUntilTheyWantIt(FxRobot person) throws TimeoutException {
        desk.signedAlready("/d/a.pdf", Instant.parse("2026-03-01T10:00:00Z"));
        ready(person, "/d/a.pdf");
        person.clickOn("#sign-button");
        robot.sees("#result");
        assertThat(robot.seesNow("#pin")).as("asked for a PIN").isFalse();
        assertThat(robot.said("#result")).contains("1 was left as it was");
        assertThat(robot.said("#results")).contains("Left alone", "You have already signed this document");
        assertThat(robot.said("#problem")).contains("1 March 2026");
        person.clickOn("#sign-anyway");
        enterThePin(person);
        assertThat(robot.said("#result")).contains("Document signed");
        assertThat(desk.requests().getLast().documents().getFirst().again()).isTrue();
    }

    @Test
    void aCardThatLockedIsNotCalledReady(FxRobot person) throws TimeoutException {
        desk.tries(1);
        ready(person, "/d/a.pdf");
        assertThat(robot.words("#chip")).isEqualTo("Card ready");
        person.clickOn("#sign-button");
        robot.sees("#pin-consent");
        person.clickOn("#pin-consent").clickOn("#pin");
        person.write("9").type(KeyCode.ENTER);
        robot.sees("#pin-close");
        WindowRobot.waitFor(() -> robot.words("#chip").equals("Card locked"));
        person.clickOn("#pin-close");
        person.clickOn("#sign-button");
        robot.sees("#problem");
        assertThat(robot.words("#chip")).isEqualTo("Card locked");
        assertThat(robot.said("#action-bar")).contains("Nothing was signed").doesNotContain("No problems");
    }

    @Test
    void whereNobodyCanSignItIsNotCalledNoProblem(FxRobot person) {
        person.interact(() -> window.add("/d/a.pdf"));
        assertThat(robot.said("#action-bar")).contains("1 ready").doesNotContain("No problems");
        assertThat(robot.said(".root").split("A certificate is missing", -1))
                .as("said once")
                .hasSize(2);
    }

    @Test
    void whereTheReadersServiceIsDownNobodyIsToldToInsertACard(FxRobot person) throws TimeoutException {
        robot.sees("#no-signer");
        person.interact(() -> window.model.cards().seen(People.noService()));
        assertThat(robot.said("#no-signer"))
                .contains("PCSC-SERVICE-DOWN", "have the service started")
                .doesNotContain("Insert the card");
        assertThat(robot.words("#chip")).isEqualTo("Readers unavailable");
        person.interact(() -> window.model.cards().seen(People.noCard()));
        assertThat(robot.said("#no-signer")).contains("There is no card in the reader", "Insert the card");
        assertThat(robot.words("#chip")).isEqualTo("No card");
        person.interact(() -> window.model.cards().seen(People.readers()));
        assertThat(robot.said("#no-signer")).contains("DRIVER-NONE");
    }

    @Test
    void withoutReadersEveryOtherWayIsInSight(FxRobot person) throws TimeoutException {
        robot.sees("#no-signer");
        person.interact(() -> window.model.cards().seen(People.noService()));
        for (Language language : Language.values()) {
            person.interact(() -> window.appearance.language().set(language));
            assertAllInSight(person, "nothing to sign yet, in " + language);
        }
        assertThat(person.lookup("#look-again").<Node>query().isVisible()).isTrue();
        person.interact(() -> window.add("/d/a.pdf"));
        for (Language language : Language.values()) {
            person.interact(() -> window.appearance.language().set(language));
            assertAllInSight(person, language.name());
        }
        assertThat(person.lookup("#look-again").<Node>query().isVisible())
                .as("the main button does it")
                .isFalse();
        assertThat(person.lookup("#sign-button .ikonli-font-icon")
                        .queryAs(FontIcon.class)
                        .getIconLiteral())
                .isEqualTo("mdomz-refresh");
    }

    private void assertAllInSight(FxRobot person, String when) {
        double edge = person.lookup("#action-bar").tryQuery().isPresent()
                ? bounds(person, "#action-bar").getMinY()
                : window.stage.getScene().getHeight();
        assertThat(List.of("#open-key-file", "#use-practice", "#add-driver"))
                .as(when)
                .allSatisfy(way -> assertThat(bounds(person, way).getMaxY()).isLessThanOrEqualTo(edge));
    }

    private static Bounds bounds(FxRobot person, String query) {
        Node node = person.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void anUpdatedDriverIsToldUntilThePersonHasTakenIt(FxRobot person) throws TimeoutException {
        desk.noticing(new DriverUpdated(Drivers.FILE));
        ready(person, "/d/a.pdf");
        robot.sees("#notice-taken");
        assertThat(robot.said("#problem"))
                .contains("DRIVER-UPDATED", Drivers.FILE.toString(), "Nothing needs to be done");
        person.type(KeyCode.F5);
        WindowRobot.waitFor(() -> desk.looks() >= 3);
        assertThat(robot.seesNow("#notice-taken")).as("after another look").isTrue();
        person.interact(() -> person.lookup("#notice-taken").query().requestFocus());
        person.type(KeyCode.SPACE);
        robot.nolongerSees("#problem");
        sign(person);
    }

    /** The line beside the signer stays; nothing waits for an answer. */
    @Test
    void thatACertificateIsAboutToExpireIsToldBesideTheWorkUntilItIsTaken(FxRobot person) throws TimeoutException {
        SignerOption ending = People.clerkUntil(Instant.now().plus(Duration.ofDays(12)));
        desk.with(ending)
                .noticing(
                        new CertExpiresSoon("Marta", ending.facts().notAfter(), 12),
                        "Ask for another one. https://renew.example.org/");
        person.interact(() -> {
            window.model.signers().look();
            window.add("/d/a.pdf");
        });
        robot.sees("#notice-taken");
        assertThat(robot.said("#problem")).contains("CERT-EXPIRES-SOON", "https://renew.example.org/");
        robot.sees("#sign-button");
        assertThat(person.lookup("#sign-button").query().isDisabled())
                .as("nobody has to read it first")
                .isFalse();
        person.interact(() -> person.lookup("#notice-taken").query().requestFocus());
        person.type(KeyCode.SPACE);
        robot.nolongerSees("#problem");
        assertThat(robot.words("#ends-soon")).contains("12");
    }

    @Test
    void aNoticeBehindAnotherWasNotTold(FxRobot person) throws TimeoutException {
        Problem first = new DriverUpdated(Drivers.FILE);
        desk.noticing(first)
                .noticing(
                        new CertExpiresSoon("Marta", Instant.EPOCH, 12),
                        People.clerk().facts());
        ready(person, "/d/a.pdf");
        robot.sees("#notice-taken");
        assertThat(desk.told()).extracting(StandingNotice::problem).containsOnly(first);
        person.interact(() -> person.lookup("#notice-taken").query().requestFocus());
        person.type(KeyCode.SPACE);
        WindowRobot.waitFor(() -> desk.told().getLast().expiring().isPresent());
        assertThat(robot.said("#problem")).contains("CERT-EXPIRES-SOON");
    }

    @Test
    void aRefusedDocumentExplainsItselfUnasked(FxRobot person) throws TimeoutException {
        desk.refusing("/d/b.pdf", new DocumentProblem.DocumentEncrypted(Path.of("/d/b.pdf")));
        ready(person, "/d/a.pdf", "/d/b.pdf");
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("DOCUMENT-ENCRYPTED");
        assertThat(robot.said("#documents .list-cell:selected"))
                .as("the row that is spoken of")
                .contains("b.pdf");
        person.clickOn("#problem-copy");
        assertThat(window.outside.copied()).startsWith("DOCUMENT-ENCRYPTED");
    }
}
