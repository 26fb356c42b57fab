// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import java.util.Optional;

/**
 * What holds for a setting.
 *
 * @param value absent where nothing is set and there is no built-in value
 */
public record Effective(Setting setting, Optional<Value> value, Origin origin, boolean locked) {}
