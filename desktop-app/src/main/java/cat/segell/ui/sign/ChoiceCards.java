// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Look;
import cat.segell.ui.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Certificates as cards to choose from: organisation first, then position and holder, then where it is and until when. */
final class ChoiceCards {

    private final Look look;
    private final List<Tile> cards = new ArrayList<>();
    private final ObjectProperty<Optional<SignerOption>> chosen;

    ChoiceCards(Look look, Optional<SignerOption> chosen) {
        this.look = look;
        this.chosen = new SimpleObjectProperty<>(chosen);
    }

    ObjectProperty<Optional<SignerOption>> chosen() {
        return chosen;
    }

    Tile card(SignerOption option) {
        FontIcon mark = mark("mdomz-radio_button_unchecked");
        Tile card = new Tile(
                "choice-" + option.facts().sha256().substring(0, 8),
                AccessibleRole.RADIO_BUTTON,
                line(mark, option, who(option)).toArray(Node[]::new));
        card.getStyleClass().setAll("tile", "choice");
        card.setSpacing(look.px(14));
        card.setAccessibleText(new SignWords(look).signer(option) + ", " + where(option));
        card.onAction(() -> chosen.set(Optional.of(option)));
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> arrows(card, event));
        chosen.subscribe(now -> {
            boolean mine = now.filter(option::sameAs).isPresent();
            card.select(mine);
            mark.setIconLiteral(mine ? "mdomz-radio_button_checked" : "mdomz-radio_button_unchecked");
        });
        cards.add(card);
        return card;
    }

    private void arrows(Tile card, KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            cards.get(Math.floorMod(cards.indexOf(card) + step, cards.size())).requestFocus();
            event.consume();
        }
    }

    /** One that can't sign, with the reason. */
    Node unfit(SignerOption option) {
        String why = option.unfit().map(new SignWords(look)::title).orElse("");
        HBox card = new HBox(look.px(14), line(mark("mdoal-block"), option, why).toArray(Node[]::new));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("choice", "unfit");
        return card;
    }

    private FontIcon mark(String icon) {
        FontIcon mark = look.icon(icon, 20);
        mark.getStyleClass().add("mark");
        return mark;
    }

    private static String who(SignerOption option) {
        String holder = option.facts().holder();
        return option.facts().organisation().isEmpty()
                ? option.facts().position().orElse("")
                : option.facts()
                        .position()
                        .map(position -> position + ", " + holder)
                        .orElse(holder);
    }

    private String where(SignerOption option) {
        return look.texts()
                .text(
                        "chooser.until",
                        Map.of(
                                "token", option.credential().token().label(),
                                "date", option.facts().notAfter()));
    }

    private List<Node> line(FontIcon mark, SignerOption option, String second) {
        String first = option.facts().organisation().orElse(option.facts().holder());
        VBox left = new VBox(look.px(2), look.label(first, "section"), look.label(second, "fact", "second"));
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(
                look.px(2),
                look.label(option.credential().token().label(), "caption"),
                look.label(
                        look.texts()
                                .text("chooser.valid", "date", option.facts().notAfter()),
                        "caption"));
        right.setAlignment(Pos.CENTER_RIGHT);
        return List.of(mark, left, right);
    }
}
