// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An expected failure. Every implementation is a record nested in its area's interface; its name is its code
 * ({@code PinWrong} is {@code PIN-WRONG}), its components are its facts, and {@link ProblemText} has its words.
 */
public sealed interface Problem
        permits CertificateProblem,
                DocumentProblem,
                InternalProblem,
                KeyProblem,
                LedgerProblem,
                ListProblem,
                PinProblem,
                ReaderProblem,
                RevocationProblem,
                ServiceProblem,
                SettingProblem,
                UsageProblem {

    /** The stable code, {@code AREA-WHAT}: what scripts and the helpdesk rely on. */
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toUpperCase(Locale.ROOT);
    }

    /** Told beside a result that stands: no failure, and no exit status of its own. */
    default boolean isNotice() {
        return false;
    }

    /** Name and value of each fact, in order; absent optional facts are left out. Never holds a secret. */
    default Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            Object value = read(component);
            switch (value) {
                case OptionalInt number when number.isEmpty() -> {}
                case OptionalInt number -> facts.put(component.getName(), number.getAsInt());
                case Optional<?> optional -> optional.ifPresent(present -> facts.put(component.getName(), present));
                default -> facts.put(component.getName(), value);
            }
        }
        return Collections.unmodifiableMap(facts);
    }

    private Object read(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new LinkageError("fact " + component.getName() + " of " + code(), impossible);
        }
    }
}
