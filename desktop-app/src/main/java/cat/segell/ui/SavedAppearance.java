// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.app.Start;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.problem.ProblemException;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.Appearance.Part;
import cat.segell.ui.look.ThemeChoice;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look as it is set, and each change into the settings. */
final class SavedAppearance {

    private static final Logger LOG = LoggerFactory.getLogger(SavedAppearance.class);

    private final Start start;
    private final Executor work;

    SavedAppearance(Start start, Executor work) {
        this.start = start;
        this.work = work;
    }

    Appearance load() {
        Preferences preferences = start.preferences();
        Set<Part> locked = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (preferences.isLocked(setting(part))) {
                locked.add(part);
            }
        }
        Appearance appearance = new Appearance(
                start.language(), ThemeChoice.valueOf(preferences.theme().name()), preferences.textSize(), locked);
        appearance.language().subscribe((_, now) -> save(Part.LANGUAGE, now.tag()));
        appearance.theme().subscribe((_, now) -> save(Part.THEME, now.word()));
        appearance.textSize().subscribe((_, now) -> save(Part.SIZE, now.toString()));
        return appearance;
    }

    private static Setting setting(Part part) {
        return switch (part) {
            case LANGUAGE -> Setting.LANGUAGE;
            case THEME -> Setting.THEME;
            case SIZE -> Setting.TEXT_SIZE;
        };
    }

    private void save(Part part, String word) {
        work.execute(() -> {
            try {
                start.dirs().settings().set(setting(part), Optional.of(new Value.Word(word)), start.policy());
            } catch (ProblemException e) {
                // It shows in this window all the same; only the next one will not know.
                LOG.warn(
                        "setting {} not kept: {}",
                        setting(part).key(),
                        e.problem().code());
            }
        });
    }
}
