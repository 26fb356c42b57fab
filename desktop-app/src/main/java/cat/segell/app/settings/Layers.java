// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.card.host.Limits;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.trust.revocation.RevocationHttp;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of those who can set something decides it: the first of the order that {@link Preferences} tells. */
record Layers(Policy policy, Settings settings, Map<Setting, Value> commandLine) {

    private static final Map<Setting, Value> BUILT_IN = Map.ofEntries(
            Map.entry(Setting.TSA, new Value.Words(List.of())),
            Map.entry(Setting.REVOCATION_BEFORE_SIGNING, new Value.Word(RevocationQuestion.BELIEVED.word())),
            Map.entry(Setting.REVOCATION_WHEN_VERIFYING, new Value.Switch(true)),
            Map.entry(Setting.DIGEST, new Value.Word("SHA256")),
            Map.entry(Setting.NOTARISE, new Value.Switch(false)),
            Map.entry(Setting.PKCS11_MODULES, new Value.Words(List.of())),
            Map.entry(Setting.SEARCH_MODULES, new Value.Switch(true)),
            Map.entry(Setting.TRUST, new Value.Words(List.of())),
            Map.entry(Setting.TRUSTED_LISTS, new Value.Switch(false)),
            Map.entry(Setting.TRUSTED_LIST_COUNTRIES, new Value.Words(List.of())),
            Map.entry(Setting.THEME, new Value.Word("system")),
            Map.entry(Setting.TEXT_SIZE, new Value.Word("100")),
            Map.entry(Setting.DRIVER_SECONDS, seconds(Limits.ORDINARY)),
            Map.entry(Setting.KEYPAD_SECONDS, seconds(Limits.KEYPAD)),
            Map.entry(Setting.KEY_SECONDS, seconds(Limits.KEY)),
            Map.entry(Setting.REVOCATION_SECONDS, seconds(RevocationHttp.TIME_LIMIT)),
            Map.entry(Setting.DRIVER_ENVIRONMENT, new Value.Words(List.of())),
            Map.entry(Setting.ONE_PIN_PER_BATCH, new Value.Switch(true)));

    private static Value seconds(Duration limit) {
        return new Value.Word(Long.toString(limit.toSeconds()));
    }

    Layers {
        commandLine = Map.copyOf(commandLine);
    }

    /** @throws ProblemException {@code SETTING-LOCKED} where one contradicts a locked value */
    Layers with(Map<Setting, Value> options) throws ProblemException {
        for (Map.Entry<Setting, Value> option : options.entrySet()) {
            Value locked = policy.locked().get(option.getKey());
            if (locked != null && !locked.equals(option.getValue())) {
                throw new ProblemException(new SettingLocked(option.getKey().key()));
            }
        }
        Map<Setting, Value> all = new EnumMap<>(Setting.class);
        all.putAll(commandLine);
        all.putAll(options);
        return new Layers(policy, settings, all);
    }

    boolean isLocked(Setting setting) {
        return policy.locked().containsKey(setting);
    }

    Effective effective(Setting setting) {
        if (isLocked(setting)) {
            return effective(setting, policy.locked(), Origin.POLICY);
        }
        if (commandLine.containsKey(setting) && isOpen(setting)) {
            return effective(setting, commandLine, Origin.COMMAND_LINE);
        }
        if (settings.values().containsKey(setting) && isOpen(setting)) {
            return effective(setting, settings.values(), Origin.SETTINGS);
        }
        return policy.defaults().containsKey(setting)
                ? effective(setting, policy.defaults(), Origin.POLICY_DEFAULT)
                : effective(setting, BUILT_IN, Origin.BUILT_IN);
    }

    /** Whoever names the signers of the lists says what is believed: where that is locked, it is not for a person to do. */
    private boolean isOpen(Setting setting) {
        return setting != Setting.TRUSTED_LIST_SIGNERS || !isLocked(Setting.TRUST);
    }

    private static Effective effective(Setting setting, Map<Setting, Value> layer, Origin origin) {
        return new Effective(setting, Optional.ofNullable(layer.get(setting)), origin, origin == Origin.POLICY);
    }
}
