// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.app.terminal.Terminal;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command or the window starts from.
 *
 * @param language of texts: as asked for, else as set, else the system's
 * @param environment where drivers and the service for readers are looked for, and what drivers get of it
 */
public record Start(
        AppDirs dirs,
        Policy policy,
        Settings settings,
        Preferences preferences,
        Language language,
        Map<String, String> environment) {

    public Start {
        environment = Map.copyOf(environment);
    }

    /**
     * @param home all state in this folder; absent means the platform's folders
     * @param policyFile instead of the system's: whether that may be is for the caller to say
     * @param language instead of the one that is set
     * @throws ProblemException a {@code SettingProblem}
     */
    public static Start of(
            Terminal terminal, Optional<Path> home, Optional<Path> policyFile, Optional<Language> language)
            throws ProblemException {
        AppDirs dirs = home.map(AppDirs::in).orElseGet(AppDirs::ofPlatform).make();
        Policy policy = policyFile.isPresent()
                ? Policy.read(policyFile.get())
                : terminal.policy().read();
        Settings settings = dirs.settings().read();
        Preferences preferences = Preferences.of(policy, settings);
        if (language.isPresent()) {
            preferences = preferences.with(
                    Map.of(Setting.LANGUAGE, new Value.Word(language.get().tag())));
        }
        preferences = preferences.withServices();
        return new Start(
                dirs,
                policy,
                settings,
                preferences,
                preferences.language().orElseGet(terminal::language),
                terminal.environment());
    }

    /** The same with options of the command line. */
    public Start with(Map<Setting, Value> options) throws ProblemException {
        return new Start(dirs, policy, settings, preferences.with(options), language, environment);
    }
}
