// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.Nowhere;
import cat.segell.signature.Appearance.OwnField;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Records as one text each, as they are. */
final class RecordJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(paths())
            // Records say more of themselves than what they are made of.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addMixIn(Appearance.Place.class, Place.class)
            .build();

    /** The kinds of places by name, and no others. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Box.class, name = "box"),
        @JsonSubTypes.Type(value = EveryPage.class, name = "all"),
        @JsonSubTypes.Type(value = OwnField.class, name = "own"),
        @JsonSubTypes.Type(value = FreeSpace.class, name = "free"),
        @JsonSubTypes.Type(value = Nowhere.class, name = "none"),
        @JsonSubTypes.Type(value = Field.class, name = "field")
    })
    private interface Place {}

    private RecordJson() {}

    /** Relative ones stay so: Jackson would make addresses of them, seen from this process's folder. */
    private static SimpleModule paths() {
        return new SimpleModule()
                .addSerializer(Path.class, ToStringSerializer.instance)
                .addDeserializer(Path.class, new FromStringDeserializer<>(Path.class) {
                    @Override
                    protected Path _deserialize(String value, DeserializationContext context) {
                        return Path.of(value);
                    }
                });
    }

    static String written(Record of) {
        try {
            return JSON.writeValueAsString(of);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException where it is no such record, or one of another version */
    static <R extends Record> R read(String text, Class<R> kind) throws IOException {
        return JSON.readValue(text, kind);
    }
}
