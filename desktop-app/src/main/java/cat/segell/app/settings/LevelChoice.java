// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.signature.SignatureLevel;
import java.util.List;
import java.util.Locale;

/**
 * At which level is signed, and why at this one: who signs is told before.
 *
 * @param authorities addresses of those that give time-stamps, in the order in which they are asked
 */
public record LevelChoice(SignatureLevel level, Reason reason, List<String> authorities) {

    /** What decided it. */
    public enum Reason {
        /** The administrator, and no other level is signed. */
        POLICY,
        COMMAND_LINE,
        SETTINGS,
        /** The administrator, for whoever sets nothing else. */
        POLICY_DEFAULT,
        /** Nobody: there is an authority. */
        AUTHORITY,
        /** Nobody: there is no authority. */
        NO_AUTHORITY,
        /** Nobody: those that there are can't be asked without a network. */
        OFFLINE,
        /** What is signed: counter-signatures are at level B. */
        COUNTER_SIGNATURE;

        /** As in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LevelChoice {
        authorities = List.copyOf(authorities);
    }

    /** @param authorities those of the preferences that can be asked now */
    public static LevelChoice of(Preferences preferences, List<String> authorities) {
        return preferences
                .level()
                .map(set -> new LevelChoice(
                        set, reason(preferences.effective(Setting.LEVEL).origin()), authorities))
                .orElseGet(() -> usual(preferences, authorities));
    }

    private static LevelChoice usual(Preferences preferences, List<String> authorities) {
        if (!authorities.isEmpty()) {
            return new LevelChoice(SignatureLevel.T, Reason.AUTHORITY, authorities);
        }
        return new LevelChoice(
                SignatureLevel.B, preferences.tsa().isEmpty() ? Reason.NO_AUTHORITY : Reason.OFFLINE, authorities);
    }

    private static Reason reason(Origin origin) {
        return switch (origin) {
            case POLICY -> Reason.POLICY;
            case COMMAND_LINE -> Reason.COMMAND_LINE;
            case SETTINGS -> Reason.SETTINGS;
            case POLICY_DEFAULT -> Reason.POLICY_DEFAULT;
            case BUILT_IN -> throw new IllegalStateException("no level is built in");
        };
    }

    /** Nobody confirms a signature with a time-stamp. */
    public static LevelChoice ofCounterSignature() {
        return new LevelChoice(SignatureLevel.B, Reason.COUNTER_SIGNATURE, List.of());
    }
}
