// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.text.Showable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** The one document that a command answers scripts with. */
public final class JsonDocument {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonDocument() {}

    public static String written(Map<String, ?> document) {
        try {
            return JSON.writeValueAsString(document)
                    .lines()
                    .map(JsonDocument::escaped)
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON has escapes for what a terminal may obey, and uses them only for some of it. */
    private static String escaped(String line) {
        if (Showable.is(line)) {
            return line;
        }
        StringBuilder escaped = new StringBuilder();
        line.codePoints().mapToObj(Character::toString).forEach(sign -> {
            if (Showable.is(sign)) {
                escaped.append(sign);
            } else {
                sign.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
            }
        });
        return escaped.toString();
    }
}
