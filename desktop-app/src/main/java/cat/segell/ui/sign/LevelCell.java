// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.signature.SignatureLevel;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A level with its technical name, and whether it is the one to take. */
final class LevelCell extends ListCell<SignatureLevel> {

    private final Look look;
    private final SignatureLevel usual;

    /** @param usual the one that is taken unless somebody wants another */
    LevelCell(Look look, SignatureLevel usual) {
        this.look = look;
        this.usual = usual;
    }

    @Override
    protected void updateItem(@Nullable SignatureLevel level, boolean empty) {
        super.updateItem(level, empty);
        setText(null);
        if (level == null || empty) {
            setGraphic(null);
            return;
        }
        Label name = new Label("PAdES-" + level);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(look.px(8), name, space);
        line.setAlignment(Pos.CENTER_LEFT);
        if (level == SignatureLevel.T && level == usual) {
            line.getChildren().add(new Marker(Tone.NEUTRAL, "", look.texts().text("level.recommended")).tag(look));
        }
        setGraphic(line);
    }
}
