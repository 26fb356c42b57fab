// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the person set, as {@code settings.json} holds it.
 *
 * @param unknown keys that this version doesn't know, with their values: kept when the file is written again
 */
public record Settings(Map<Setting, Value> values, Map<String, Object> unknown) {

    public static final Settings NONE = new Settings(Map.of(), Map.of());

    public Settings {
        values = Map.copyOf(values);
        unknown = Map.copyOf(unknown);
    }

    public Set<String> unknownKeys() {
        return new TreeSet<>(unknown.keySet());
    }

    /** @param value empty to unset it */
    public Settings with(Setting setting, Optional<Value> value) {
        Map<Setting, Value> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        value.ifPresentOrElse(present -> changed.put(setting, present), () -> changed.remove(setting));
        return new Settings(changed, new LinkedHashMap<>(unknown));
    }
}
