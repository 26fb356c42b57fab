// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import java.util.List;
import java.util.Optional;

/** What can be set, in {@code settings.json} and in the policy. */
public enum Setting {
    /** Of texts; unset means the system's. */
    LANGUAGE("language", Kind.WORD, "ca", "es", "en"),
    /** Unset means T where an authority is set, else B. */
    LEVEL("level", Kind.WORD, "B", "T"),
    /** Time-stamp authorities, asked in this order; {@code practice:} is the built-in one. */
    TSA("tsa", Kind.WORDS),
    /** Folder for signed files; unset means beside each input. */
    OUTPUT("output", Kind.WORD),
    DIGEST("digest", Kind.WORD, "SHA256", "SHA384", "SHA512"),
    /** Record what is signed in the ledger. */
    NOTARISE("notarise", Kind.SWITCH),
    /** PKCS#11 modules, before those that are found. */
    PKCS11_MODULES("pkcs11Modules", Kind.WORDS),
    /** Look at modules that registered themselves, or that the catalogue of cards knows. */
    SEARCH_MODULES("searchModules", Kind.SWITCH),
    /** Who may publish a newer catalogue of cards: their Ed25519 key. The administrator alone says. */
    CATALOGUE_KEY("catalogueKey", Kind.WORD),
    /** PEM files, or folders of them, whose certificates are believed. */
    TRUST("trust", Kind.WORDS),
    THEME("theme", Kind.WORD, "light", "dark", "contrast", "system"),
    /** Of the window, in percent. */
    TEXT_SIZE("textSize", Kind.WORD, "100", "125", "150", "175", "200");

    enum Kind {
        WORD,
        WORDS,
        SWITCH
    }

    private final String key;
    private final Kind kind;
    private final String words;

    Setting(String key, Kind kind, String... choices) {
        this.key = key;
        this.kind = kind;
        this.words = String.join(" ", choices);
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** The words it may be, empty where any will do. */
    public List<String> choices() {
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    /** Whether a person's own settings can't have it. */
    boolean policyOnly() {
        return this == CATALOGUE_KEY;
    }

    public static Optional<Setting> of(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** Whether this can be set to {@code value}. */
    public boolean accepts(Value value) {
        return switch (value) {
            case Value.Word(String word) ->
                kind == Kind.WORD
                        && !word.isBlank()
                        && (words.isEmpty() || choices().contains(word));
            case Value.Switch _ -> kind == Kind.SWITCH;
            case Value.Words(List<String> words) ->
                kind == Kind.WORDS && words.stream().noneMatch(String::isBlank);
        };
    }
}
