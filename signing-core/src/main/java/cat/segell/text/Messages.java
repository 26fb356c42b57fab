// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of one language. Files are UTF-8 properties named {@code NAME_ca.properties} beside their class. A text names
 * its values in braces: {@code "Signed by {holder}"}. A text with plurals has keys {@code KEY.one} and {@code KEY.other}
 * (and {@code KEY.many} where a language needs it); the first whole number among the values decides. {@code KEY.none} is the
 * text for when no number is known, or a value that {@code KEY} names is not. Of a value, what may not be shown is left out
 * ({@link Showable}).
 */
public final class Messages {

    private static final Pattern PLACE = Pattern.compile("(?:\\b(el|del) )?\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Language language;
    private final Map<String, String> texts;

    private Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * @param beside the class in whose package the files lie
     * @param names file names without language and ending, later ones add to earlier ones
     */
    public static Messages load(Language language, Class<?> beside, String... names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            Properties file = read(beside, name + "_" + language.tag() + ".properties");
            file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
        }
        return new Messages(language, Map.copyOf(texts));
    }

    private static Properties read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new MissingResourceException("no " + file + " beside " + beside, beside.getName(), file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Language language() {
        return language;
    }

    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /** Whether there is a text under exactly this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** @throws MissingResourceException when there is no such text: an error of ours, never of the person */
    public String text(String key) {
        return text(key, Map.of());
    }

    public String text(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    public String text(String key, String name1, Object value1, String name2, Object value2) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(name1, value1);
        values.put(name2, value2);
        return text(key, values);
    }

    /** @param values in the order in which a number is looked for; names without a value stay visible in their braces */
    public String text(String key, Map<String, ?> values) {
        Matcher matcher = PLACE.matcher(pattern(key, values));
        return matcher.replaceAll(match -> {
            Object value = values.get(match.group(2));
            String article = Objects.requireNonNullElse(match.group(1), "");
            return Matcher.quoteReplacement(
                    value == null ? match.group() : language.withArticle(article, shown(value)));
        });
    }

    private String pattern(String key, Map<String, ?> values) {
        String plain = texts.get(key);
        if (plain != null) {
            String none = texts.get(key + ".none");
            return none != null && lacks(plain, values) ? none : plain;
        }
        OptionalLong number = values.values().stream()
                .filter(value -> value instanceof Integer || value instanceof Long)
                .mapToLong(value -> ((Number) value).longValue())
                .findFirst();
        String form = number.isPresent() ? language.plural(number.getAsLong()) : "none";
        String counted = texts.getOrDefault(key + "." + form, texts.get(key + ".other"));
        if (counted == null) {
            throw new MissingResourceException("no text " + key + " in " + language.tag(), "Messages", key);
        }
        return counted;
    }

    private static boolean lacks(String pattern, Map<String, ?> values) {
        return PLACE.matcher(pattern).results().anyMatch(place -> !values.containsKey(place.group(2)));
    }

    private String shown(Object value) {
        return switch (value) {
            case Instant instant -> language.date(instant);
            case Collection<?> list when list.isEmpty() -> "–";
            case Collection<?> list -> list.stream().map(this::shown).collect(Collectors.joining(", "));
            default -> Showable.of(value.toString());
        };
    }
}
