// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** F6 and Shift+F6: the keyboard goes from one part of the window to the next. */
public final class Regions {

    private Regions() {}

    public static void move(Scene scene, List<Node> regions, boolean forward) {
        int count = regions.size();
        int now = forward ? -1 : count;
        for (int i = 0; i < count; i++) {
            now = contains(regions.get(i), scene.getFocusOwner()) ? i : now;
        }
        for (int step = 1; step <= count; step++) {
            Node region = regions.get(Math.floorMod(forward ? now + step : now - step, count));
            Optional<Node> target = first(region);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static boolean contains(Node region, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    /** The first part of {@code node} that takes the keyboard. */
    public static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof ScrollPane scrolling && scrolling.getContent() != null) {
            // Before it was ever shown, what scrolls has no children yet.
            return first(scrolling.getContent());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
