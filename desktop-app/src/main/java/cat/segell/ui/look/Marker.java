// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.look;

import cat.segell.text.Showable;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A state in one word: icon, word and tone together. */
public record Marker(Tone tone, String icon, String words) {

    /** As a small tag; without an icon when it has none. */
    public Label tag(Look look) {
        Label tag = new Label(Showable.of(words));
        tag.getStyleClass().addAll("tag", tone.style());
        if (!icon.isEmpty()) {
            tag.setGraphic(look.icon(icon, 14));
        }
        tag.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return tag;
    }
}
