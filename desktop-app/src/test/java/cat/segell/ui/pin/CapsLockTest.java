// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.Pin;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.look.Look;
import cat.segell.ui.sign.SignScreen;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CapsLockTest {

    private final AtomicBoolean on = new AtomicBoolean();
    private final Look look = new Look(Messages.load(Language.CA, SignScreen.class, "sign"), 1);

    @BeforeEach
    void showTheField() throws TimeoutException {
        var stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            PinField field = new PinField(look);
            Button beside = look.button("beside", "beside");
            stage.setScene(new Scene(new VBox(CapsLock.watched(field, look, on::get), beside), 500, 200));
            stage.show();
            field.requestFocus();
        });
    }

    @AfterEach
    void closeTheWindow() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void saysInTheFieldThatItIsOn(FxRobot person) {
        assertThat(hint(person).isVisible()).isFalse();
        on.set(true);
        person.type(KeyCode.CAPS);
        assertThat(hint(person).isVisible()).isTrue();
        assertThat(hint(person).getText()).isEqualTo("Bloq Maj activat");
        assertThat(person.lookup("#pin").query().getAccessibleHelp()).isEqualTo("Bloq Maj activat");
        on.set(false);
        person.type(KeyCode.CAPS);
        assertThat(hint(person).isVisible()).isFalse();
        assertThat(person.lookup("#pin").query().getAccessibleHelp()).isNull();
    }

    @Test
    void saysItAtOnceWhereItWasOnBefore(FxRobot person) {
        person.clickOn("#beside");
        on.set(true);
        person.clickOn("#pin");
        assertThat(hint(person).isVisible()).isTrue();
    }

    @Test
    void longPasswordsStayInTheField(FxRobot person) {
        person.write("x".repeat(40));
        PinField field = person.lookup("#pin").queryAs(PinField.class);
        assertThat(field.length().get()).isEqualTo(40);
        assertThat(field.getChildrenUnmodifiable())
                .allSatisfy(child -> assertThat(child.getBoundsInParent().getMaxX())
                        .isLessThan(hint(person).getBoundsInParent().getMinX()));
    }

    @Test
    void whatWasTypedGoesWithItsDialog(FxRobot person) {
        person.write("1234");
        PinField field = person.lookup("#pin").queryAs(PinField.class);
        assertThat(field.length().get()).isEqualTo(4);
        person.interact(() -> field.getScene().setRoot(new VBox()));
        assertThat(field.length().get()).isZero();
        try (Pin left = field.take()) {
            assertThat(left.characters()).isEmpty();
        }
    }

    private static Labeled hint(FxRobot person) {
        return person.lookup("#pin-caps").query();
    }
}
