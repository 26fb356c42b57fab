// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.problem.BrokenAt;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.problem.SettingProblem.SettingsBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code settings.json}: read strictly, written whole. */
public final class SettingsFile {

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** @throws ProblemException {@code SETTINGS-BROKEN} with the place */
    public Settings read() throws ProblemException {
        if (Files.notExists(file)) {
            return Settings.NONE;
        }
        try {
            Map<String, Object> content = SettingsJson.object(Files.readAllBytes(file));
            SettingsJson.Known known = SettingsJson.known(content, "");
            return own(known);
        } catch (BrokenAt e) {
            throw new ProblemException(new SettingsBroken(file, e.where()), e);
        } catch (IOException e) {
            throw new ProblemException(new SettingsBroken(file, "-"), e);
        }
    }

    /** What only a policy can have is nothing that settings know: it is told, kept, and has no effect. */
    private static Settings own(SettingsJson.Known known) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        Map<String, Object> unknown = new LinkedHashMap<>(known.unknown());
        known.values().forEach((setting, value) -> {
            if (setting.policyOnly()) {
                unknown.put(setting.key(), value.plain());
            } else {
                values.put(setting, value);
            }
        });
        return new Settings(values, unknown);
    }

    /** @throws ProblemException {@code SETTING-LOCKED}, {@code SETTINGS-BROKEN} or {@code HOME-UNWRITABLE} */
    public void set(Setting setting, Optional<Value> value, Policy policy) throws ProblemException {
        if (policy.locked().containsKey(setting)) {
            throw new ProblemException(new SettingLocked(setting.key()));
        }
        write(read().with(setting, value));
    }

    private void write(Settings settings) throws ProblemException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        try {
            Path part = Files.createTempFile(folder, "settings", ".part");
            Files.write(part, SettingsJson.bytes(settings));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }
}
