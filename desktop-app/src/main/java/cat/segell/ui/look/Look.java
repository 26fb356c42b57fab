// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.look;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The words and the scale that views are built with; when either changes, the views are built anew.
 *
 * @param scale of texts and all that goes with them, 1 to 2
 */
public record Look(Messages texts, double scale) {

    /** Text height in pixels at scale 1: one {@code em} of the style sheets. */
    private static final double EM = 14;

    public static Look of(Appearance appearance, Class<?> beside, String name) {
        return new Look(
                Messages.load(appearance.language().get(), beside, name),
                appearance.textSize().get() / 100.0);
    }

    public Language language() {
        return texts.language();
    }

    public double px(double atScaleOne) {
        return Math.round(atScaleOne * scale);
    }

    public double rootFontSize() {
        return EM * scale;
    }

    /** Decorative: the words stand beside it. */
    public FontIcon icon(String name, int size) {
        FontIcon icon = new FontIcon(name);
        icon.setIconSize((int) px(size));
        // The theme's style sheet would win over the setter.
        icon.setStyle(icon.getStyle() + ";-fx-icon-size:" + (int) px(size) + "px;");
        return icon;
    }

    /** A label that wraps rather than being cut. */
    public Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label of words that somebody else chose: a certificate's, a card's. */
    public Label foreign(String text, String... styles) {
        return label(Showable.of(text), styles);
    }

    public Button button(String id, String text, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return button;
    }

    /** A button that is only a picture: the words become its tooltip and its accessible name. */
    public Button iconButton(String id, String icon, String words) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon(icon, 18));
        button.getStyleClass().addAll("icon-only");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setMinSize(px(28), px(28));
        button.setPrefSize(px(28), px(28));
        return button;
    }

    /** A page that scrolls when the window is too small for it, and fills the window when it isn't. */
    public ScrollPane page(Region content) {
        ScrollPane page = new ScrollPane(content);
        page.getStyleClass().addAll("edge-to-edge", "page-scroll");
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setFocusTraversable(false);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return page;
    }
}
