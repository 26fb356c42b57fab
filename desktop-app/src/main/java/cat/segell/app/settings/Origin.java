// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import java.util.Locale;

/** Where a value comes from. */
public enum Origin {
    POLICY,
    COMMAND_LINE,
    SETTINGS,
    POLICY_DEFAULT,
    BUILT_IN;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
