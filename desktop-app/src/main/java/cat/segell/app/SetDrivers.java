// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The drivers that are set, and changing them: one's own list takes the place of what the administrator suggests. */
record SetDrivers(Start start) {

    /**
     * Those that are set now: another window or command may have changed them since this one started.
     *
     * @throws ProblemException {@code SETTING-LOCKED} or {@code SETTINGS-BROKEN}
     */
    List<Path> changeable() throws ProblemException {
        demandChangeable();
        return now().pkcs11Modules();
    }

    /** @throws ProblemException {@code SETTING-LOCKED} */
    void demandChangeable() throws ProblemException {
        if (start.preferences().isLocked(Setting.PKCS11_MODULES)) {
            throw new ProblemException(new SettingLocked(Setting.PKCS11_MODULES.key()));
        }
    }

    /** @throws ProblemException {@code SETTINGS-BROKEN} */
    Preferences now() throws ProblemException {
        return start.preferences().after(start.dirs().settings().read());
    }

    /** @param modules without any the setting is unset */
    void save(List<Path> modules) throws ProblemException {
        Optional<Value> words = modules.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Value.Words(modules.stream().map(Path::toString).toList()));
        start.dirs().settings().set(Setting.PKCS11_MODULES, words, start.policy());
    }
}
