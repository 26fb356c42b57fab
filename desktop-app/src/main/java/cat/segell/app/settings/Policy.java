// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.card.host.ChildEnvironment;
import cat.segell.problem.BrokenAt;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.DriverVariableRefused;
import cat.segell.problem.SettingProblem.PolicyBroken;
import cat.segell.problem.SettingProblem.PolicyUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the administrator decided: {@code {"locked": {…}, "defaults": {…}}} with the keys of {@link Setting}.
 *
 * @param file where it stands; absent where there is none
 * @param locked nobody can change these
 * @param defaults used where the person set nothing
 * @param unknownKeys that this version doesn't know
 */
public record Policy(
        Optional<Path> file, Map<Setting, Value> locked, Map<Setting, Value> defaults, List<String> unknownKeys) {

    public static final Policy NONE = new Policy(Optional.empty(), Map.of(), Map.of(), List.of());

    public Policy {
        locked = Map.copyOf(locked);
        defaults = Map.copyOf(defaults);
        unknownKeys = List.copyOf(unknownKeys);
    }

    /**
     * Reads it whole or not at all, so that a lock never silently opens.
     *
     * @throws ProblemException {@code POLICY-UNREADABLE}, {@code POLICY-BROKEN} or {@code DRIVER-VARIABLE-REFUSED}
     */
    public static Policy read(Path file) throws ProblemException {
        try {
            Map<String, Object> content = SettingsJson.object(Files.readAllBytes(file));
            refuseMisplaced(content);
            SettingsJson.Known locked = SettingsJson.known(part(content, "locked"), "locked.");
            SettingsJson.Known defaults = SettingsJson.known(part(content, "defaults"), "defaults.");
            List<String> unknown = Stream.of(
                            content.keySet().stream().filter(key -> !key.equals("locked") && !key.equals("defaults")),
                            locked.unknown().keySet().stream().map(key -> "locked." + key),
                            defaults.unknown().keySet().stream().map(key -> "defaults." + key))
                    .flatMap(keys -> keys)
                    .toList();
            refuseDangerous(file, locked.values());
            refuseDangerous(file, defaults.values());
            return new Policy(Optional.of(file), locked.values(), defaults.values(), unknown);
        } catch (BrokenAt e) {
            throw new ProblemException(new PolicyBroken(file, e.where()), e);
        } catch (IOException e) {
            throw new ProblemException(new PolicyUnreadable(file), e);
        }
    }

    /** A setting outside the two parts was meant to be decided: as an unknown key it would silently stay open. */
    private static void refuseMisplaced(Map<String, Object> content) throws BrokenAt {
        for (String key : content.keySet()) {
            if (Setting.of(key).isPresent()) {
                throw new BrokenAt(key);
            }
        }
    }

    /** Whoever sets such a variable decides what a driver's process loads, or gets to know what it does. */
    private static void refuseDangerous(Path file, Map<Setting, Value> values) throws ProblemException {
        if (values.get(Setting.DRIVER_ENVIRONMENT) instanceof Value.Words(List<String> names)) {
            for (String name : names) {
                if (!ChildEnvironment.mayBePassed(name)) {
                    throw new ProblemException(new DriverVariableRefused(file, name));
                }
            }
        }
    }

    private static Map<String, Object> part(Map<String, Object> content, String name) throws BrokenAt {
        Object part = content.getOrDefault(name, Map.of());
        if (!(part instanceof Map<?, ?> map)) {
            throw new BrokenAt(name);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
