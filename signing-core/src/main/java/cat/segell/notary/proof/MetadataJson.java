// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.Metadata;
import cat.segell.notary.Metadata.Field;
import cat.segell.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Metadata as JSON in the one spelling of RFC 8785: one flat object of strings, names in alphabetical order. */
final class MetadataJson {

    private static final JsonMapper JSON = new JsonMapper();

    private MetadataJson() {}

    static byte[] write(Metadata metadata) {
        return metadata.values().entrySet().stream()
                .map(value -> quoted(value.getKey().key()) + ":" + quoted(value.getValue()))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 8785 §3.2.2.2; metadata has no control characters, so that only these two need an escape. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Nothing where these bytes aren't exactly what {@link #write} makes of some metadata. */
    static Optional<Metadata> read(byte[] json) {
        return tree(json).flatMap(MetadataJson::metadata).filter(metadata -> Arrays.equals(write(metadata), json));
    }

    private static Optional<JsonNode> tree(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (IOException notJson) {
            // Jackson's exceptions, and CharConversionException for malformed UTF-8.
            return Optional.empty();
        }
    }

    private static Optional<Metadata> metadata(JsonNode tree) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            JsonNode value = tree.path(field.key());
            if (value.isTextual()) {
                values.put(field, value.textValue());
            }
        }
        try {
            return Optional.of(Metadata.of(values));
        } catch (ProblemException notMetadata) {
            return Optional.empty();
        }
    }
}
