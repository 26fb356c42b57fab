// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key that a person can choose.
 *
 * @param key as it is written after {@code --key}
 * @param purpose of its certificate, as in JSON
 */
public record KeyOption(String key, String holder, Optional<String> organisation, String purpose) {

    /** As in JSON. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", key);
        facts.put("holder", holder);
        organisation.ifPresent(present -> facts.put("organisation", present));
        facts.put("purpose", purpose);
        return facts;
    }
}
