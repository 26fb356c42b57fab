// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Notice;
import cat.segell.ui.parts.Screen;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that hold in the whole window, as long as no dialog is open. */
final class Keys {

    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MAIN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Shell shell;
    private final Screen screen;
    private final Frame frame;

    Keys(Shell shell, Screen screen, Frame frame) {
        this.shell = shell;
        this.screen = screen;
        this.frame = frame;
    }

    void listen(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!frame.overlay().open().get() && act(event)) {
                event.consume();
            }
        });
    }

    private boolean act(KeyEvent event) {
        if (OPEN.match(event)) {
            unlessRefused(screen::openFiles);
            return true;
        }
        if (PASTE.match(event)) {
            unlessRefused(screen::paste);
            return true;
        }
        if (MAIN.match(event)) {
            screen.mainAction();
            return true;
        }
        return switch (event.getCode()) {
            case F1 -> done(shell::help);
            case F5 -> done(screen::checkAgain);
            case F6 -> done(() -> shell.nextRegion(!event.isShiftDown()));
            case ESCAPE -> screen.escape();
            default -> false;
        };
    }

    /** Nobody should press a key and wonder whether it was heard. */
    private void unlessRefused(Runnable action) {
        screen.refusal().ifPresentOrElse(why -> Notice.show(why, frame), action);
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
