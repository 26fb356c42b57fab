// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.reference;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.AddressFault;
import cat.segell.problem.UsageProblem.KeyAddressInvalid;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * An RFC 7512 URI as far as it can name a key. A PIN in it is refused: arguments are visible to other processes.
 *
 * @param id CKA_ID in lower-case hex
 * @param object CKA_LABEL
 */
public record Pkcs11Uri(
        Optional<String> token,
        Optional<String> serial,
        Optional<String> manufacturer,
        Optional<String> model,
        Optional<String> id,
        Optional<String> object,
        Optional<Path> modulePath) {

    private static final Set<String> KNOWN =
            Set.of("token", "serial", "manufacturer", "model", "id", "object", "type", "module-path");

    /** RFC 7512 §2.4: where a PIN would stand. */
    private static final Set<String> SECRET = Set.of("pin-value", "pin-source");

    /** @throws ProblemException {@code KEY-ADDRESS-INVALID}, without any value: some may be secret */
    static Pkcs11Uri parse(String uri) throws ProblemException {
        String body = uri.substring("pkcs11:".length());
        int question = body.indexOf('?');
        Map<String, byte[]> attributes = new HashMap<>();
        collect(question < 0 ? body : body.substring(0, question), ";", attributes);
        collect(question < 0 ? "" : body.substring(question + 1), "&", attributes);
        try {
            return new Pkcs11Uri(
                    text(attributes, "token"),
                    text(attributes, "serial"),
                    text(attributes, "manufacturer"),
                    text(attributes, "model"),
                    Optional.ofNullable(attributes.get("id"))
                            .map(bytes -> HexFormat.of().formatHex(bytes)),
                    text(attributes, "object"),
                    text(attributes, "module-path").map(Path::of));
        } catch (InvalidPathException e) {
            throw invalid("module-path", AddressFault.ESCAPE);
        }
    }

    /** In the form of {@code --key}, so that {@link KeyReference#parse} finds the same again. */
    public String text() {
        StringJoiner path = new StringJoiner(";", "pkcs11:", "");
        token.ifPresent(value -> path.add("token=" + encode(value)));
        serial.ifPresent(value -> path.add("serial=" + encode(value)));
        manufacturer.ifPresent(value -> path.add("manufacturer=" + encode(value)));
        model.ifPresent(value -> path.add("model=" + encode(value)));
        id.ifPresent(hex -> path.add("id=" + hex.replaceAll("..", "%$0")));
        object.ifPresent(value -> path.add("object=" + encode(value)));
        return path
                + modulePath
                        .map(module ->
                                "?module-path=" + encode(module.toString()).replace("%2F", "/"))
                        .orElse("");
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            // RFC 3986 §2.3: never in need of encoding.
            boolean plain = octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
            encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    private static void collect(String part, String separator, Map<String, byte[]> attributes) throws ProblemException {
        if (part.isEmpty()) {
            return;
        }
        for (String attribute : part.split(separator, -1)) {
            int equals = attribute.indexOf('=');
            String name = equals < 0 ? attribute : attribute.substring(0, equals);
            Optional<AddressFault> fault = fault(name, equals >= 0, attributes.keySet());
            if (fault.isPresent()) {
                throw invalid(name, fault.get());
            }
            attributes.put(name, decode(name, attribute.substring(equals + 1)));
        }
    }

    private static Optional<AddressFault> fault(String name, boolean valued, Set<String> present) {
        if (SECRET.contains(name)) {
            return Optional.of(AddressFault.SECRET);
        }
        if (name.isEmpty()) {
            return Optional.of(AddressFault.EMPTY);
        }
        if (!valued) {
            return Optional.of(AddressFault.BARE);
        }
        if (!KNOWN.contains(name)) {
            return Optional.of(AddressFault.UNKNOWN);
        }
        return present.contains(name) ? Optional.of(AddressFault.TWICE) : Optional.empty();
    }

    private static byte[] decode(String name, String value) throws ProblemException {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] raw = value.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                decoded.write(raw[i]);
            } else if (i + 2 < raw.length && HexFormat.isHexDigit(raw[i + 1]) && HexFormat.isHexDigit(raw[i + 2])) {
                decoded.write(HexFormat.fromHexDigits(new String(raw, i + 1, 2, StandardCharsets.US_ASCII)));
                i += 2;
            } else {
                throw invalid(name, AddressFault.ESCAPE);
            }
        }
        return decoded.toByteArray();
    }

    private static Optional<String> text(Map<String, byte[]> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** What is no name may be a PIN that got into the wrong place. */
    private static ProblemException invalid(String name, AddressFault fault) {
        boolean shown = fault != AddressFault.BARE || KNOWN.contains(name);
        boolean word = name.matches("[a-z][a-z-]*");
        return new ProblemException(new KeyAddressInvalid(shown && word ? name : "…", fault));
    }
}
