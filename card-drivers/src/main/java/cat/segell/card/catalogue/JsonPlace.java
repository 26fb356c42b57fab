// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.problem.BrokenAt;
import cat.segell.text.Showable;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value in a JSON file that somebody else wrote, and where it stands. Fields that nobody asks for are left alone: a later
 * edition may have more.
 */
record JsonPlace(JsonNode node, String where) {

    private static final int MOST_ENTRIES = 2000;
    private static final int LONGEST_TEXT = 2000;
    private static final int DEEPEST = 12;

    private static final ObjectMapper JSON = mapper();

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .maxNumberLength(12)
                        .build());
        return mapper;
    }

    /** Reads one element of several. */
    @FunctionalInterface
    interface Element<T> {
        T read(JsonPlace place) throws BrokenAt;
    }

    static JsonPlace root(byte[] bytes) throws BrokenAt {
        try {
            return new JsonPlace(JSON.readTree(bytes), "");
        } catch (JsonProcessingException e) {
            throw new BrokenAt(
                    e.getLocation() == null
                            ? "1:1"
                            : e.getLocation().getLineNr() + ":"
                                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new BrokenAt("1:1");
        }
    }

    Optional<JsonPlace> maybe(String name) throws BrokenAt {
        demand(node.isObject());
        JsonNode child = node.get(name);
        return child == null ? Optional.empty() : Optional.of(new JsonPlace(child, below(name)));
    }

    JsonPlace get(String name) throws BrokenAt {
        Optional<JsonPlace> child = maybe(name);
        if (child.isEmpty()) {
            throw new BrokenAt(below(name));
        }
        return child.get();
    }

    private String below(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    String text() throws BrokenAt {
        demand(node.isTextual() && !node.textValue().isBlank());
        demand(Showable.is(node.textValue()));
        return node.textValue();
    }

    int number() throws BrokenAt {
        demand(node.isInt() && node.intValue() > 0);
        return node.intValue();
    }

    boolean yes() throws BrokenAt {
        demand(node.isBoolean());
        return node.booleanValue();
    }

    <T> List<T> list(Element<T> element) throws BrokenAt {
        demand(node.isArray() && node.size() <= MOST_ENTRIES);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            list.add(element.read(new JsonPlace(node.get(i), where + "[" + i + "]")));
        }
        return list;
    }

    <T> Map<String, T> map(Element<T> element) throws BrokenAt {
        demand(node.isObject() && node.size() <= MOST_ENTRIES);
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            demand(Showable.is(entry.getKey()));
            map.put(entry.getKey(), element.read(new JsonPlace(entry.getValue(), below(entry.getKey()))));
        }
        return map;
    }

    /** What the constructors of our records refuse is broken here. */
    <T> T made(Supplier<T> maker) throws BrokenAt {
        try {
            return maker.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BrokenAt(where);
        }
    }

    void demand(boolean right) throws BrokenAt {
        if (!right) {
            throw new BrokenAt(where.isEmpty() ? "1:1" : where);
        }
    }
}
