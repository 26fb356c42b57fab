// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.text.Showable;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** A file's name: shortened in the middle when there is no room, so that its ending stays; whole in the tooltip. */
public final class FileName extends Label {

    public FileName(String... styles) {
        getStyleClass().addAll(styles);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setMinWidth(0);
    }

    public void set(String file) {
        String name = Showable.of(file);
        setText(name);
        setAccessibleText(name);
        setTooltip(new Tooltip(name));
    }
}
