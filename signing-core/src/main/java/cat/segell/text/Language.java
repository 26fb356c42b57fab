// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The languages that every text exists in. */
public enum Language {
    CA("ca"),
    ES("es"),
    EN("en");

    /** Whatever is read as the end of a quotation in one of the languages. */
    private static final Pattern MARKS = Pattern.compile("[«»“”„‟\"]");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    /** Two letters, as in file names and {@code --lang}. */
    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (language.tag().equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The system's language where it is one of ours, else English. */
    public static Language of(Locale system) {
        return of(system.getLanguage()).orElse(EN);
    }

    /** Somebody else's words within marks: what they say can't end them. */
    public String quoted(String words) {
        String inner = MARKS.matcher(words).replaceAll("'");
        return this == EN ? "“" + inner + "”" : "«" + inner + "»";
    }

    /** "3 de maig de 2026" on this computer's calendar. */
    public String date(Instant instant) {
        return format(instant, this == EN ? "d MMMM yyyy" : this == CA ? "d MMMM 'de' yyyy" : "d 'de' MMMM 'de' yyyy");
    }

    /** "10:04" on this computer's clock. */
    public String time(Instant instant) {
        return format(instant, "HH:mm");
    }

    /** "3 de maig de 2026, 10:04:00 (UTC+02:00)": by this computer's clock, for who reads it elsewhere. */
    public String moment(Instant instant) {
        return date(instant) + ", " + seconds(instant) + " " + offset(instant);
    }

    /** "10:04:00", by this computer's clock. */
    public String seconds(Instant instant) {
        return format(instant, "HH:mm:ss");
    }

    /** Where that clock is: "(UTC+02:00)". */
    public String offset(Instant instant) {
        return format(instant, "'(UTC'xxx')'");
    }

    /** Catalan says "l’1 de maig" and "de l’11 de maig". */
    String withArticle(String article, String value) {
        if (article.isEmpty()) {
            return value;
        }
        boolean elided = this == CA && value.matches("11? .*");
        return elided ? (article.equals("del") ? "de l’" : "l’") + value : article + " " + value;
    }

    private String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(ZoneId.systemDefault()));
    }

    /**
     * CLDR plural category of a whole number: Catalan and Spanish have "many" for whole millions.
     *
     * @see <a href="https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html">CLDR 47</a>
     */
    public String plural(long number) {
        if (number == 1) {
            return "one";
        }
        boolean millions = number != 0 && number % 1_000_000 == 0;
        return this != EN && millions ? "many" : "other";
    }
}
