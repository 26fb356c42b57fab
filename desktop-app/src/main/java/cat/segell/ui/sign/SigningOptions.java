// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.signature.SignatureLevel;
import cat.segell.ui.desk.SignerOption;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** At which level is signed: of those that the signer can reach, what is set or else the best one. */
final class LevelModel {

    private final Preferences preferences;
    private final ObjectProperty<SignatureLevel> level;

    LevelModel(Preferences preferences) {
        this.preferences = preferences;
        this.level = new SimpleObjectProperty<>(this, "level", recommended(Optional.empty()));
    }

    ObjectProperty<SignatureLevel> level() {
        return level;
    }

    /** For another signer. */
    void recommend(Optional<SignerOption> signer) {
        level.set(recommended(signer));
    }

    /** Those that a signer can reach, the best one first; a locked one alone, reachable or not. */
    List<SignatureLevel> reachable(Optional<SignerOption> signer) {
        Optional<SignatureLevel> locked = preferences.level().filter(_ -> preferences.isLocked(Setting.LEVEL));
        if (locked.isPresent()) {
            return List.of(locked.get());
        }
        return signer.filter(SignerOption::timestamps).isPresent()
                ? List.of(SignatureLevel.T, SignatureLevel.B)
                : List.of(SignatureLevel.B);
    }

    private SignatureLevel recommended(Optional<SignerOption> signer) {
        List<SignatureLevel> reachable = reachable(signer);
        return preferences.level().filter(reachable::contains).orElse(reachable.getFirst());
    }
}
