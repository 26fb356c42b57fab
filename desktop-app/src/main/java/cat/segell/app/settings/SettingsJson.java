// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.problem.BrokenAt;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON of settings and policy, strict: no duplicate key, nothing behind the object. */
final class SettingsJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SettingsJson() {}

    record Known(Map<Setting, Value> values, Map<String, Object> unknown) {}

    static Map<String, Object> object(byte[] bytes) throws BrokenAt {
        try {
            Map<String, Object> object = JSON.readValue(bytes, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (object == null) {
                throw new BrokenAt("1:1");
            }
            return object;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BrokenAt(at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr());
        } catch (IOException e) {
            throw new BrokenAt("1:1");
        }
    }

    /**
     * Sorts out what is known.
     *
     * @param prefix of keys in messages, such as {@code locked.}
     */
    static Known known(Map<String, Object> object, String prefix) throws BrokenAt {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        Map<String, Object> unknown = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            Optional<Setting> setting = Setting.of(entry.getKey());
            if (setting.isEmpty()) {
                unknown.put(entry.getKey(), entry.getValue() == null ? "" : entry.getValue());
                continue;
            }
            Value value = value(entry.getValue(), prefix + entry.getKey());
            if (!setting.get().accepts(value)) {
                throw new BrokenAt(prefix + entry.getKey());
            }
            values.put(setting.get(), value);
        }
        return new Known(values, unknown);
    }

    private static Value value(Object plain, String where) throws BrokenAt {
        return switch (plain) {
            case String word -> new Value.Word(word);
            case Boolean on -> new Value.Switch(on);
            case List<?> list -> {
                for (Object item : list) {
                    if (!(item instanceof String)) {
                        throw new BrokenAt(where);
                    }
                }
                yield new Value.Words(list.stream().map(String.class::cast).toList());
            }
            case null, default -> throw new BrokenAt(where);
        };
    }

    static byte[] bytes(Settings settings) throws IOException {
        Map<String, Object> object = new TreeMap<>(settings.unknown());
        settings.values().forEach((setting, value) -> object.put(setting.key(), value.plain()));
        return JSON.writeValueAsBytes(object);
    }
}
