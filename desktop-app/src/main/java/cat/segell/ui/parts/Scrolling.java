// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * What is higher than its room scrolls up and down, and follows the keyboard. Leaves the keyboard where it is when a press hits
 * nothing: the stock pane takes it, and what is typed is lost.
 */
public final class Scrolling extends ScrollPane {

    public Scrolling(Node content) {
        super(content);
        getStyleClass().add("edge-to-edge");
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    /** Words that wrap are as high as their width lets them be; the stock pane asks for one long line. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    public void requestFocus() {}

    private void reveal(@Nullable Node owner) {
        if (owner == null || !holds(owner)) {
            return;
        }
        Bounds wanted = getContent().sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double room = getViewportBounds().getHeight();
        double rest = getContent().getLayoutBounds().getHeight() - room;
        double top = getVvalue() * rest;
        double end = end(wanted, room);
        if (rest > 0 && wanted.getMinY() < top) {
            setVvalue(wanted.getMinY() / rest);
        } else if (rest > 0 && end > top + room) {
            setVvalue((end - room) / rest);
        }
    }

    /** With room for a line below, where there is any: what is wrong with a field is said there. */
    private double end(Bounds wanted, double room) {
        double withLine = Math.min(
                wanted.getMaxY() + wanted.getHeight(),
                getContent().getLayoutBounds().getHeight());
        return withLine - wanted.getMinY() > room ? wanted.getMaxY() : withLine;
    }

    private boolean holds(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(getContent())) {
                return true;
            }
        }
        return false;
    }
}
