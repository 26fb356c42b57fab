// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person with eyes, a keyboard and a mouse. */
final class WindowRobot {

    private static final int PATIENCE = 60;

    private final FxRobot person;

    WindowRobot(FxRobot person) {
        this.person = person;
    }

    void sees(String query) throws TimeoutException {
        waitFor(() -> person.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    void nolongerSees(String query) throws TimeoutException {
        waitFor(() -> person.lookup(query).tryQuery().filter(Node::isVisible).isEmpty());
    }

    boolean seesNow(String query) {
        return person.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    String words(String query) {
        return person.lookup(query).<Labeled>query().getText();
    }

    /** All labels of a part, line by line. */
    String said(String part) {
        return person.from(person.lookup(part)).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    boolean hasFocus(String query) {
        return person.lookup(query).<Node>query().isFocused();
    }

    /** Presses keys together. */
    void keys(KeyCode... codes) {
        person.press(codes).release(codes);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
