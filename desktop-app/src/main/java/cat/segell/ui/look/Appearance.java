// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.look;

import cat.segell.text.Language;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the window looks and speaks; every change shows at once. */
public final class Appearance {

    /** In percent; accessibility asks for at least 200. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language");
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(this, "theme");
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize");

    private final Set<Part> locked;

    /** What a person may change here. */
    public enum Part {
        LANGUAGE,
        THEME,
        SIZE
    }

    public Appearance(Language language, ThemeChoice theme, int textSize) {
        this(language, theme, textSize, Set.of());
    }

    /**
     * @param textSize in percent, 100 to 200; what lies outside is brought in
     * @param locked what the administrator decides
     */
    public Appearance(Language language, ThemeChoice theme, int textSize, Set<Part> locked) {
        this.locked = Set.copyOf(locked);
        this.language.set(language);
        this.theme.set(theme);
        this.textSize.set(Math.clamp(textSize, TEXT_SIZES.getFirst(), TEXT_SIZES.getLast()));
    }

    public boolean locked(Part part) {
        return locked.contains(part);
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    public IntegerProperty textSize() {
        return textSize;
    }
}
