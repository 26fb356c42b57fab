// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.documents.DocumentState;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Tile;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many are ready, and the one button that signs. */
final class ActionBar {

    private final SignView parent;
    private final Look look;
    private final SignWords words;
    private final Tile button;
    private final Label first;
    private final Label second;
    private final FontIcon icon;
    private final VBox counts = new VBox();
    private final HBox node;

    ActionBar(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        this.words = new SignWords(look);
        this.first = look.label("", "section");
        this.second = look.label("", "fact");
        this.icon = look.icon(SignScreen.ICON, 24);
        counts.setAlignment(Pos.CENTER_LEFT);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        this.button = tile();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = new HBox(counts, space, button);
        node.setId("action-bar");
        node.getStyleClass().add("action-bar");
        bag.on(parent.model().action(), this::show);
        bag.onChange(parent.model().documents().rows(), this::count);
        bag.on(parent.model().action(), _ -> count());
        bag.on(parent.model().batch().refusal(), _ -> count());
        bag.on(parent.frame().compact(), compact -> {
            counts.setVisible(!compact);
            counts.setManaged(!compact);
            space.setManaged(!compact);
            HBox.setHgrow(button, compact ? Priority.ALWAYS : Priority.NEVER);
            button.setMaxWidth(compact ? Double.MAX_VALUE : look.px(580));
        });
    }

    Node node() {
        return node;
    }

    private Tile tile() {
        VBox text = new VBox(first, second);
        text.getStyleClass().add("main-action-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        Tile tile = new Tile("sign-button", AccessibleRole.BUTTON, icon, text);
        tile.onAction(parent::mainAction);
        return tile;
    }

    private void show(MainAction action) {
        SignWords.Button lines = words.button(action);
        first.setText(lines.first());
        second.setText(lines.second());
        button.setAccessibleText(lines.first() + " " + lines.second());
        button.getStyleClass().setAll("tile", "main-action", look(action));
        icon.setIconLiteral(icon(action));
    }

    /** What a press does. */
    private static String icon(MainAction action) {
        return switch (action) {
            case MainAction.Sign _, MainAction.Reading _, MainAction.NothingToSign _ -> SignScreen.ICON;
            case MainAction.LookingForSigners _ -> "mdoal-hourglass_empty";
            case MainAction.NobodySigns _ -> "mdomz-refresh";
            case MainAction.ChooseSigner _ -> "mdomz-unfold_more";
        };
    }

    /** Grey only where a press does nothing. */
    private static String look(MainAction action) {
        return switch (action) {
            case MainAction.Sign _ -> "main";
            case MainAction.ChooseSigner _, MainAction.NobodySigns _ -> "leads";
            case MainAction.Reading _, MainAction.NothingToSign _, MainAction.LookingForSigners _ -> "missing";
        };
    }

    /** What stands in the way, of the documents or of signing at all. */
    private Optional<Label> problems() {
        int refused = parent.model().documents().refused();
        if (refused > 0) {
            return Optional.of(problem(look.texts().text("count.problems", "count", refused)));
        }
        if (parent.model().batch().refusal().get().isPresent()) {
            return Optional.of(problem(look.texts().text("status.refused")));
        }
        // That a certificate is missing is said by the button and below it: nor is that no problem.
        return parent.model().action().get() instanceof MainAction.NobodySigns
                ? Optional.empty()
                : Optional.of(fact(look.texts().text("count.no-problems"), "second"));
    }

    private Label problem(String words) {
        Label problem = fact(words, "danger-text");
        problem.setGraphic(look.icon("mdoal-error", 14));
        problem.getGraphic().getStyleClass().add("danger-text");
        return problem;
    }

    private static Label fact(String words, String tone) {
        Label fact = new Label(words);
        fact.getStyleClass().addAll("fact", tone);
        return fact;
    }

    private void count() {
        int ready = parent.model().documents().signable().size();
        counts.getChildren().setAll(fact(look.texts().text("count.ready", "count", ready), "second"));
        int left = parent.model().documents().count(DocumentState.Skipped.class);
        if (left > 0) {
            counts.getChildren().add(fact(look.texts().text("count.left", "count", left), "second"));
        }
        problems().ifPresent(counts.getChildren()::add);
    }
}
