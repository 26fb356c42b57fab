// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import cat.segell.validation.coverage.Coverage.Counters;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
    private int counters;
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
        return new Coverage(read.signatures, Set.of(), Counters.of(read.counters), !read.payload, reasons);
    }

    /** @throws IOException where it has not three parts */
    public static Coverage ofCompact(Path file) throws IOException {
        String[] parts =
                Files.readString(file, StandardCharsets.US_ASCII).strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new IOException("no compact JWS");
        }
        return new Coverage(1, Set.of(), Counters.NONE, parts[1].isEmpty(), Set.of());
    }

    private void document(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        object(json);
        if (json.nextToken() != null) {
            throw new IOException("something behind the object");
        }
    }

    private void object(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            member(json);
        }
    }

    private void member(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
            case "payload" -> payload = !json.getText().isEmpty();
            case "protected" -> json.skipChildren();
            case "header" -> header(json, value);
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
            entry(json);
        }
    }

    /** One of several: its own header is looked at, and nothing else. */
    private void entry(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("header")) {
                header(json, value);
            } else {
                json.skipChildren();
            }
        }
    }

    private void header(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean unsigned = json.currentName().equals("etsiU");
            if (json.nextToken() == JsonToken.START_ARRAY && unsigned) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    unsigned(json);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** TS 119 182-1 §5.3.1: each as it is, or in base64url. */
    private void unsigned(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            properties(json);
        } else if (json.currentToken() == JsonToken.VALUE_STRING) {
            try (JsonParser inner = STRICT.createParser(Base64.getUrlDecoder().decode(json.getText()))) {
                if (inner.nextToken() == JsonToken.START_OBJECT) {
                    properties(inner);
                }
            } catch (IllegalArgumentException malformed) {
                throw new IOException(malformed);
            }
        } else {
            json.skipChildren();
        }
    }

    private void properties(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean counter = json.currentName().equals("cSig");
            JsonToken value = json.nextToken();
            if (counter) {
                counter(json, value);
            } else {
                json.skipChildren();
            }
        }
    }

    /** TS 119 182-1 §5.3.2: a JWS, in its compact form or in JSON. */
    private void counter(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            JsonCoverage inner = new JsonCoverage();
            inner.object(json);
            counters += Math.max(inner.signatures, 1) + inner.counters;
        } else {
            counters++;
            json.skipChildren();
        }
    }
}
