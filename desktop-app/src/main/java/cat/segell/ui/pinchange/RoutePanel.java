// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.card.catalogue.Route;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Frame;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The way of a card's issuer: its steps, and its page, which nobody opens but the person. */
final class RoutePanel {

    private RoutePanel() {}

    static Node of(Route route, Look look, Frame frame) {
        return of(route, "route", "route.title", look, frame);
    }

    /** Beside another one. */
    static Node ofPukLocked(Route route, Look look, Frame frame) {
        return of(route, "route-puk-locked", "route.title.puk-locked", look, frame);
    }

    private static Node of(Route route, String id, String title, Look look, Frame frame) {
        Label steps = look.label(route.steps().in(look.language()));
        steps.setId(id + "-steps");
        VBox panel = new VBox(look.px(6), look.label(look.texts().text(title), "section"), steps);
        panel.setId(id);
        route.web().ifPresent(page -> panel.getChildren().addAll(address(page, look), buttons(page, look, frame)));
        return panel;
    }

    private static Label address(URI page, Look look) {
        Label address = look.foreign(page.toString(), "caption");
        address.setId("route-address");
        return address;
    }

    private static Node buttons(URI page, Look look, Frame frame) {
        Button open = look.button("route-open", look.texts().text("route.open"), "small");
        open.setGraphic(look.icon("mdomz-open_in_new", 16));
        open.setOnAction(_ -> frame.outside().browse(page));
        Button copy = look.button("route-copy", look.texts().text("route.copy"), "small");
        copy.setGraphic(look.icon("mdoal-content_copy", 16));
        copy.setOnAction(_ -> frame.outside().copy(page.toString()));
        return new FlowPane(look.px(8), look.px(8), open, copy);
    }
}
