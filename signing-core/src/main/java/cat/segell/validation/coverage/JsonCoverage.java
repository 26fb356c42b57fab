// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A JWS in JSON (RFC 7515 §7.2): each name once, and nothing beside what the standard names. */
public final class JsonCoverage {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Math.toIntExact(Coverage.LARGEST))
                    .maxNestingDepth(100)
                    .build())
            .build();

    private int signatures;
    private boolean payload;
    private boolean others;

    private JsonCoverage() {}

    /** @throws IOException where it isn't JSON, or says one thing twice */
    public static Coverage of(Path file) throws IOException {
        JsonCoverage read = new JsonCoverage();
        try (JsonParser json = STRICT.createParser(file.toFile())) {
            read.document(json);
        }
        if (read.signatures == 0) {
            return Coverage.NONE;
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (read.others) {
            reasons.add(Reason.COVERS_PART);
        }
        return new Coverage(read.signatures, !read.payload, reasons);
    }

    /** @throws IOException where it has not three parts */
    public static Coverage ofCompact(Path file) throws IOException {
        String[] parts =
                Files.readString(file, StandardCharsets.US_ASCII).strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new IOException("no compact JWS");
        }
        return new Coverage(1, parts[1].isEmpty(), Set.of());
    }

    private void document(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            member(json);
        }
        if (json.nextToken() != null) {
            throw new IOException("something behind the object");
        }
    }

    private void member(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
            case "payload" -> payload = !json.getText().isEmpty();
            case "protected", "header" -> json.skipChildren();
            case "signature" -> signatures++;
            case "signatures" -> several(json, value);
            default -> {
                others = true;
                json.skipChildren();
            }
        }
    }

    private void several(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            others = true;
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            signatures++;
            json.skipChildren();
        }
    }
}
