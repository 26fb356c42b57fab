// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.ui.desk.HiddenSigner;
import cat.segell.ui.look.Look;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What else lies beside the keys, shown when it is asked for: each with the rule that hides it. */
final class HiddenCards {

    private final Look look;
    private final int count;
    private final Button button;
    private final VBox list;

    HiddenCards(List<HiddenSigner> hidden, ChoiceCards cards, Look look) {
        this.look = look;
        this.count = hidden.size();
        this.list = new VBox(look.px(8));
        list.setId("hidden-certificates");
        hidden.forEach(each -> list.getChildren().add(cards.hidden(each)));
        list.managedProperty().bind(list.visibleProperty());
        this.button = look.button("show-hidden", "", "link");
        button.setOnAction(_ -> show(!list.isVisible()));
        show(false);
    }

    Node node() {
        return new VBox(look.px(4), button, list);
    }

    private void show(boolean shown) {
        list.setVisible(shown);
        button.setGraphic(look.icon(shown ? "mdoal-expand_less" : "mdoal-expand_more", 18));
        button.setText(look.texts().text(shown ? "chooser.hidden.hide" : "chooser.hidden.show", "count", count));
    }
}
