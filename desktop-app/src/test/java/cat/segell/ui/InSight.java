// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What of a part of the window a person can't get to see whole, not even by scrolling up and down. On the window's thread. */
final class InSight {

    /** Places are rounded to whole pixels. */
    private static final double ROUNDING = 1;

    private final Node window;
    private final List<String> cut = new ArrayList<>();

    private InSight(Node window) {
        this.window = window;
    }

    /** @return each node that sticks out of what it lies in, or whose words are shortened; empty when all can be seen */
    static List<String> cut(Node part, Node window) {
        InSight look = new InSight(window);
        look.at(part);
        return look.cut;
    }

    /** @return {@code part} where it isn't in the window as it is now, without scrolling; else nothing */
    static List<String> below(Node part, Node window) {
        Bounds room = window.localToScene(window.getLayoutBounds());
        Bounds thing = part.localToScene(part.getLayoutBounds());
        return room.contains(thing) ? List.of() : List.of(name(part) + " is in sight only after scrolling");
    }

    private void at(Node node) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        Optional<String> sticksOut = sticksOut(node);
        if (sticksOut.isPresent()) {
            cut.add(sticksOut.get());
        } else if (node instanceof Labeled label) {
            words(label);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::at);
        }
    }

    private void words(Labeled label) {
        for (Node child : label.getChildrenUnmodifiable()) {
            boolean icon = child instanceof FontIcon;
            if (!icon && child instanceof Text text && !text.getText().equals(label.getText())) {
                cut.add(name(label) + " shows only '" + text.getText() + "'");
            }
        }
    }

    private Optional<String> sticksOut(Node node) {
        Node inner = node;
        for (Parent outer = node.getParent(); !inner.equals(window) && outer != null; outer = outer.getParent()) {
            boolean scrolls = scrolls(outer);
            if (outer instanceof Region region && !holds(region, inner, scrolls)) {
                return Optional.of(name(node) + " sticks out of " + name(outer));
            }
            // What lies below the edge of a page that scrolls comes up; the page itself must be in sight.
            inner = scrolls || outer.equals(window) ? outer : inner;
        }
        return Optional.empty();
    }

    /** The opening through which a page that scrolls is seen: two regions of the same size, one in the other. */
    private static boolean scrolls(Parent outer) {
        Predicate<Parent> opening = each -> each != null && each.getStyleClass().contains("viewport");
        return opening.test(outer) || opening.test(outer.getParent());
    }

    private static boolean holds(Region outer, Node inner, boolean scrolls) {
        Bounds room = outer.localToScene(outer.getLayoutBounds());
        Bounds thing = inner.localToScene(inner.getLayoutBounds());
        Insets edge = outer.equals(inner.getParent()) ? outer.getInsets() : Insets.EMPTY;
        boolean wide = thing.getMinX() >= room.getMinX() + edge.getLeft() - ROUNDING
                && thing.getMaxX() <= room.getMaxX() - edge.getRight() + ROUNDING;
        boolean high = thing.getMinY() >= room.getMinY() + edge.getTop() - ROUNDING
                && thing.getMaxY() <= room.getMaxY() - edge.getBottom() + ROUNDING;
        return wide && (high || scrolls);
    }

    private static String name(Node node) {
        String words = node instanceof Labeled label ? " '" + label.getText() + "'" : "";
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + " " + node.getStyleClass()
                + words;
    }
}
