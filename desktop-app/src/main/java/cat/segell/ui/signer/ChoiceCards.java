// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.ui.desk.HiddenSigner;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Certificates as cards: some to choose from, some greyed with the reason. The keyboard reaches each of them. */
final class ChoiceCards {

    private final Look look;
    private final CertificateLines lines;
    private final List<Node> cards = new ArrayList<>();
    private final ObjectProperty<Optional<SignerOption>> chosen;

    ChoiceCards(Look look, CertificateLines lines, Optional<SignerOption> chosen) {
        this.look = look;
        this.lines = lines;
        this.chosen = new SimpleObjectProperty<>(chosen);
    }

    ObjectProperty<Optional<SignerOption>> chosen() {
        return chosen;
    }

    /** Where the keyboard starts: at the one that is chosen, else at the first. */
    Optional<Node> start() {
        return shown().stream()
                .filter(card -> chosen.get()
                        .filter(option -> id(option).equals(card.getId()))
                        .isPresent())
                .findFirst()
                .or(() -> shown().stream().findFirst());
    }

    private static String id(SignerOption option) {
        return "choice-" + option.facts().sha256().substring(0, 8);
    }

    Node fit(SignerOption option) {
        FontIcon mark = mark("mdomz-radio_button_unchecked");
        Tile card = new Tile(id(option), AccessibleRole.RADIO_BUTTON, mark, lines.of(option));
        card.getStyleClass().setAll("tile", "choice");
        card.setSpacing(look.px(14));
        card.setAccessibleText(lines.spoken(option));
        card.onAction(() -> chosen.set(Optional.of(option)));
        chosen.subscribe(now -> {
            boolean mine = now.filter(option::sameAs).isPresent();
            card.select(mine);
            mark.setIconLiteral(mine ? "mdomz-radio_button_checked" : "mdomz-radio_button_unchecked");
        });
        return reached(card);
    }

    /** One that can't sign now, with the reason. */
    Node greyed(SignerOption option) {
        return grey("unfit-" + option.facts().sha256().substring(0, 8), lines.greyed(option), lines.spoken(option));
    }

    /** Something that nobody signs with, with the rule that hides it. */
    Node hidden(HiddenSigner hidden) {
        return grey("hidden-" + cards.size(), lines.of(hidden), lines.spoken(hidden));
    }

    private Node grey(String id, Node content, String spoken) {
        HBox card = new HBox(look.px(14), mark("mdoal-block"), content);
        card.setId(id);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("choice", "unfit");
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(spoken);
        return reached(card);
    }

    private Node reached(Node card) {
        cards.add(card);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> arrows(card, event));
        return card;
    }

    private List<Node> shown() {
        return cards.stream().filter(card -> card.getParent().isVisible()).toList();
    }

    private void arrows(Node card, KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            List<Node> shown = shown();
            shown.get(Math.floorMod(shown.indexOf(card) + step, shown.size())).requestFocus();
            event.consume();
        }
    }

    private FontIcon mark(String icon) {
        FontIcon mark = look.icon(icon, 20);
        mark.getStyleClass().add("mark");
        return mark;
    }
}
