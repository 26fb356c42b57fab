// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key that a person can choose.
 *
 * @param key as it is written after {@code --key}
 * @param purpose of its certificate, as in JSON
 * @param until when its certificate expires
 * @param sha256 of its certificate, in hexadecimal
 */
public record KeyOption(
        String key, String holder, Optional<String> organisation, String purpose, Instant until, String sha256) {

    /** As in JSON. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", key);
        facts.put("holder", holder);
        organisation.ifPresent(present -> facts.put("organisation", present));
        facts.put("purpose", purpose);
        facts.put("notAfter", until.toString());
        facts.put("certificateSha256", sha256);
        return facts;
    }
}
