// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.card.host.Limits;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.document.DigestAlgorithm;
import cat.segell.network.Proxies;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Language;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds now, for each setting: a locked policy before the command line, before the person's settings, before the
 * policy's default, before ours.
 */
public final class Preferences {

    private final Layers layers;
    private final Optional<ServiceProfile> services;

    private Preferences(Layers layers, Optional<ServiceProfile> services) {
        this.layers = layers;
        this.services = services;
    }

    public static Preferences of(Policy policy, Settings settings) {
        return new Preferences(new Layers(policy, settings, Map.of()), Optional.empty());
    }

    /**
     * The same with the services that are set, read now.
     *
     * @throws ProblemException {@code SERVICES-BROKEN}
     */
    public Preferences withServices() throws ProblemException {
        Optional<String> set = word(Setting.SERVICES);
        return new Preferences(
                layers, set.isPresent() ? Optional.of(ServiceProfile.read(set.get())) : Optional.empty());
    }

    /**
     * @param options as given on the command line
     * @throws ProblemException {@code SETTING-LOCKED} where one contradicts a locked value
     */
    public Preferences with(Map<Setting, Value> options) throws ProblemException {
        return new Preferences(layers.with(options), services);
    }

    /** The same once the person's settings are others. */
    public Preferences after(Settings change) {
        return new Preferences(new Layers(layers.policy(), change, layers.commandLine()), services);
    }

    public Effective effective(Setting setting) {
        return layers.effective(setting);
    }

    /**
     * Of a setting that is a list of files: whether this one is open to the person.
     *
     * @throws ProblemException {@code SETTING-LOCKED} where the list is locked and hasn't this file
     */
    public void demandListed(Setting setting, Path file) throws ProblemException {
        boolean listed = words(setting).stream().map(Path::of).anyMatch(file::equals);
        if (isLocked(setting) && !listed) {
            throw new ProblemException(new SettingLocked(setting.key()));
        }
    }

    /**
     * Of a key's address: whether the module that it names, if any, is open to the person.
     *
     * @throws ProblemException {@code SETTING-LOCKED}
     */
    public void demandListed(KeyReference key) throws ProblemException {
        if (key instanceof KeyReference.Pkcs11Key(Pkcs11Uri uri)
                && uri.modulePath().isPresent()) {
            demandListed(Setting.PKCS11_MODULES, uri.modulePath().get());
        }
    }

    public boolean isLocked(Setting setting) {
        return layers.isLocked(setting);
    }

    /** Of texts; absent means the system's. */
    public Optional<Language> language() {
        return word(Setting.LANGUAGE).flatMap(Language::of);
    }

    /** Absent means T where an authority is set, else B. */
    public Optional<SignatureLevel> level() {
        return word(Setting.LEVEL).map(SignatureLevel::valueOf);
    }

    /** Whether a document that can't reach its level must stay unsigned: the administrator has locked T or a higher one. */
    public boolean requiresLevel() {
        return isLocked(Setting.LEVEL)
                && level().filter(level -> level != SignatureLevel.B).isPresent();
    }

    /** Addresses of time-stamp authorities; {@code practice:} is the built-in one. Where none is set, those of the services. */
    public List<String> tsa() {
        boolean unset = effective(Setting.TSA).origin() == Origin.BUILT_IN;
        return unset && services.isPresent() ? services.get().addresses() : words(Setting.TSA);
    }

    /** The services of this office, where they are set and were read. */
    public Optional<ServiceProfile> services() {
        return services;
    }

    /** When a certificate's issuer is asked, before signing, whether it was revoked. */
    public RevocationQuestion revocationBeforeSigning() {
        String set = word(Setting.REVOCATION_BEFORE_SIGNING).orElseThrow();
        return Arrays.stream(RevocationQuestion.values())
                .filter(question -> question.word().equals(set))
                .findFirst()
                .orElseThrow();
    }

    /** Whether issuers are asked, when a document is verified, what they revoked. */
    public boolean revocationWhenVerifying() {
        return isOn(Setting.REVOCATION_WHEN_VERIFYING);
    }

    public Optional<Path> output() {
        return word(Setting.OUTPUT).map(Path::of);
    }

    /** Beside the words of signatures that are seen. */
    public Optional<Path> signatureLogo() {
        return word(Setting.SIGNATURE_LOGO).map(Path::of);
    }

    /** Where the organisation's verification codes lead, as it is set; whether it is an address shows where it is needed. */
    public Optional<String> csvUrl() {
        return word(Setting.CSV_URL);
    }

    public DigestAlgorithm digest() {
        return word(Setting.DIGEST).map(DigestAlgorithm::valueOf).orElse(DigestAlgorithm.SHA256);
    }

    public boolean notarise() {
        return isOn(Setting.NOTARISE);
    }

    private boolean isOn(Setting setting) {
        return effective(setting).value().equals(Optional.of(new Value.Switch(true)));
    }

    public List<Path> pkcs11Modules() {
        return words(Setting.PKCS11_MODULES).stream().map(Path::of).toList();
    }

    /** Whether modules are looked for beside those that are set. */
    public boolean searchModules() {
        return isOn(Setting.SEARCH_MODULES);
    }

    /** Who may publish a catalogue of cards. */
    public Optional<String> catalogueKey() {
        return word(Setting.CATALOGUE_KEY);
    }

    /** How long drivers may take. */
    public Limits driverLimits() {
        return new Limits(
                seconds(Setting.DRIVER_SECONDS), seconds(Setting.KEYPAD_SECONDS), seconds(Setting.KEY_SECONDS));
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(Long.parseLong(word(setting).orElseThrow()));
    }

    /** How long a person waits for the services that tell whether a certificate was revoked. */
    public Duration revocationLimit() {
        return seconds(Setting.REVOCATION_SECONDS);
    }

    /** Names of variables that drivers get beside the usual ones. */
    public Set<String> driverEnvironment() {
        return Set.copyOf(words(Setting.DRIVER_ENVIRONMENT));
    }

    /** Whether one entry of the PIN may serve all signatures of a card that wants it before each. */
    public boolean onePinPerBatch() {
        return isOn(Setting.ONE_PIN_PER_BATCH);
    }

    public List<Path> trust() {
        return words(Setting.TRUST).stream().map(Path::of).toList();
    }

    /** Whether the European trusted lists are believed. Where an administrator locked what is believed, he alone adds them. */
    public boolean trustedLists() {
        return isOn(Setting.TRUSTED_LISTS) && (!isLocked(Setting.TRUST) || isLocked(Setting.TRUSTED_LISTS));
    }

    /** Through which HTTP proxy services are asked. */
    public ProxySelector proxies() {
        return Proxies.of(word(Setting.PROXY));
    }

    /** Codes of the countries whose lists are wanted; none means all. */
    public List<String> trustedListCountries() {
        return words(Setting.TRUSTED_LIST_COUNTRIES).stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
    }

    /** In place of what came with the program. */
    public Optional<Path> trustedListSigners() {
        return word(Setting.TRUSTED_LIST_SIGNERS).map(Path::of);
    }

    public Theme theme() {
        return word(Setting.THEME)
                .map(word -> Theme.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Theme.SYSTEM);
    }

    /** In percent. */
    public int textSize() {
        return word(Setting.TEXT_SIZE).map(Integer::parseInt).orElse(100);
    }

    private Optional<String> word(Setting setting) {
        return effective(setting)
                .value()
                .flatMap(value -> value instanceof Value.Word(String word) ? Optional.of(word) : Optional.empty());
    }

    private List<String> words(Setting setting) {
        return effective(setting)
                .value()
                .map(value -> value instanceof Value.Words(List<String> words) ? words : List.<String>of())
                .orElse(List.of());
    }
}
