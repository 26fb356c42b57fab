// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.card.host.Limits;
import cat.segell.network.Proxies;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be set, in {@code settings.json} and in the policy. */
public enum Setting {
    /** Of texts; unset means the system's. */
    LANGUAGE("language", Kind.WORD, "ca", "es", "en"),
    /** Which services there are for this office: the name of a profile that comes with the program, or a file. */
    SERVICES("services", Kind.WORD),
    /** Unset means T where an authority is set, else B. */
    LEVEL("level", Kind.WORD, "B", "T", "LT", "LTA"),
    /** Time-stamp authorities, asked in this order; {@code practice:} is the built-in one. */
    TSA("tsa", Kind.WORDS),
    /** When a certificate's issuer is asked, before signing, whether it was revoked. */
    REVOCATION_BEFORE_SIGNING("revocationBeforeSigning", Kind.WORD, "never", "with-tsa", "believed", "always"),
    /** Whether issuers are asked, when a document is verified, what they revoked. */
    REVOCATION_WHEN_VERIFYING("revocationWhenVerifying", Kind.SWITCH),
    /** Folder for signed files; unset means beside each input. */
    OUTPUT("output", Kind.WORD),
    /** PNG or JPEG, beside the words of signatures that are seen. */
    SIGNATURE_LOGO("signatureLogo", Kind.WORD),
    /** Where the organisation has its documents checked: an address with a place for the document's code. */
    CSV_URL("csvUrl", Kind.WORD),
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
    /** Through which HTTP proxy services are asked; unset means what the environment or Java says. */
    PROXY("proxy", Kind.PROXY),
    /** Whether the European trusted lists are believed, and fetched. */
    TRUSTED_LISTS("trustedLists", Kind.SWITCH),
    /** Countries whose lists are fetched; none means all. */
    TRUSTED_LIST_COUNTRIES("trustedListCountries", Kind.WORDS),
    /** A file with who may sign the list of lists, in place of what came with the program. */
    TRUSTED_LIST_SIGNERS("trustedListSigners", Kind.WORD),
    THEME("theme", Kind.WORD, "light", "dark", "contrast", "system"),
    /** Of the window, in percent. */
    TEXT_SIZE("textSize", Kind.WORD, "100", "125", "150", "175", "200"),
    /** How long a card's driver may take to look and to close, in seconds. */
    DRIVER_SECONDS("driverSeconds", Kind.SECONDS),
    /** How long a person may take at the reader's keypad, in seconds. */
    KEYPAD_SECONDS("keypadSeconds", Kind.SECONDS),
    /** How long a card may take to check a PIN, or for one signature, in seconds. */
    KEY_SECONDS("keySeconds", Kind.SECONDS),
    /** How long all services together may take that tell whether a certificate was revoked, in seconds. */
    REVOCATION_SECONDS("revocationSeconds", Kind.SECONDS),
    /** Names of variables of the environment that drivers get beside the usual ones. */
    DRIVER_ENVIRONMENT("driverEnvironment", Kind.WORDS),
    /** Whether one entry of the PIN may serve all signatures of a card that wants it before each. */
    ONE_PIN_PER_BATCH("onePinPerBatch", Kind.SWITCH);

    private static final Set<Setting> POLICY_ONLY = EnumSet.of(
            CATALOGUE_KEY,
            DRIVER_SECONDS,
            KEYPAD_SECONDS,
            KEY_SECONDS,
            REVOCATION_SECONDS,
            DRIVER_ENVIRONMENT,
            ONE_PIN_PER_BATCH);

    enum Kind {
        WORD,
        WORDS,
        SWITCH,
        /** As {@link Proxies} has it. */
        PROXY,
        /** A whole number between the bounds of {@link Limits}. */
        SECONDS
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
        return POLICY_ONLY.contains(this);
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
            case Value.Word(String word) -> acceptsWord(word);
            case Value.Switch _ -> kind == Kind.SWITCH;
            case Value.Words(List<String> words) ->
                kind == Kind.WORDS && words.stream().noneMatch(String::isBlank);
        };
    }

    private boolean acceptsWord(String word) {
        return switch (kind) {
            case WORD -> !word.isBlank() && (words.isEmpty() || choices().contains(word));
            case SECONDS -> word.matches("[1-9][0-9]{0,3}") && isWithinBounds(Duration.ofSeconds(Long.parseLong(word)));
            case PROXY -> Proxies.accepts(word);
            case WORDS, SWITCH -> false;
        };
    }

    private static boolean isWithinBounds(Duration limit) {
        return limit.compareTo(Limits.SHORTEST) >= 0 && limit.compareTo(Limits.LONGEST) <= 0;
    }
}
