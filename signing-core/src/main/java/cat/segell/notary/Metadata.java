// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.MetadataInvalid;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a receipt says of a document beside its content; disclosed only by the receipt.
 *
 * @param unit that issued it (DIR3 code)
 * @param supersedes commitment of the version that this one replaces, lower-case hex
 */
public record Metadata(
        Optional<String> unit,
        Optional<String> series,
        Optional<String> number,
        Optional<String> version,
        Optional<String> supersedes,
        Optional<String> kind) {

    public static final Metadata NONE = new Metadata(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of one value, in UTF-16 units. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");
    /** Control characters, lone surrogates, and what turns the direction of writing around. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    /** The names of the values, in alphabetical order. */
    public enum Field {
        KIND,
        NUMBER,
        SERIES,
        SUPERSEDES,
        UNIT,
        VERSION;

        /** As in the receipt's JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether no two documents can have it in common. */
        public boolean ofOneDocument() {
            return switch (this) {
                case NUMBER, SUPERSEDES -> true;
                case KIND, SERIES, UNIT, VERSION -> false;
            };
        }

        public boolean takes(String value) {
            return switch (this) {
                case SUPERSEDES -> COMMITMENT.matcher(value).matches();
                case KIND, NUMBER, SERIES, UNIT, VERSION ->
                    !value.isBlank()
                            && value.length() <= MAX_LENGTH
                            && !UNPRINTABLE.matcher(value).find();
            };
        }
    }

    public Metadata {
        check(Field.UNIT, unit);
        check(Field.SERIES, series);
        check(Field.NUMBER, number);
        check(Field.VERSION, version);
        check(Field.SUPERSEDES, supersedes);
        check(Field.KIND, kind);
    }

    private static void check(Field field, Optional<String> value) {
        if (value.isPresent() && !field.takes(value.get())) {
            throw new IllegalArgumentException("not a value for " + field.key());
        }
    }

    /** @throws ProblemException {@code METADATA-INVALID} where a person's value doesn't fit */
    public static Metadata of(Map<Field, String> values) throws ProblemException {
        for (var value : values.entrySet()) {
            if (!value.getKey().takes(value.getValue())) {
                throw new ProblemException(new MetadataInvalid(value.getKey().key()));
            }
        }
        return new Metadata(
                Optional.ofNullable(values.get(Field.UNIT)),
                Optional.ofNullable(values.get(Field.SERIES)),
                Optional.ofNullable(values.get(Field.NUMBER)),
                Optional.ofNullable(values.get(Field.VERSION)),
                Optional.ofNullable(values.get(Field.SUPERSEDES)),
                Optional.ofNullable(values.get(Field.KIND)));
    }

    /** The values that are there, in alphabetical order of their names. */
    public Map<Field, String> values() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        kind.ifPresent(value -> values.put(Field.KIND, value));
        number.ifPresent(value -> values.put(Field.NUMBER, value));
        series.ifPresent(value -> values.put(Field.SERIES, value));
        supersedes.ifPresent(value -> values.put(Field.SUPERSEDES, value));
        unit.ifPresent(value -> values.put(Field.UNIT, value));
        version.ifPresent(value -> values.put(Field.VERSION, value));
        return values;
    }
}
