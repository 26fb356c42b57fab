// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A module that is looked at without being named.
 *
 * @param middleware id in the catalogue, where its file's name tells
 */
public record KnownModule(Path file, Reason why, Optional<String> middleware) {

    /** Why it is looked at. */
    public enum Reason {
        /** The person added it. */
        SETTING,
        /** The administrator did. */
        POLICY,
        /** It registered itself with this system's list of modules. */
        P11_KIT,
        /** It lies where the catalogue says that it would. */
        CATALOGUE;

        /** As in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether somebody here wants it; else it was merely found. */
        public boolean wanted() {
            return switch (this) {
                case SETTING, POLICY -> true;
                case P11_KIT, CATALOGUE -> false;
            };
        }
    }

    public static KnownModule set(Path file) {
        return new KnownModule(file, Reason.SETTING, Optional.empty());
    }
}
