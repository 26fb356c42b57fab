// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How middleware comes onto a machine.
 *
 * @param commands by the systems that know them, in order; empty where there are none
 */
public record Install(Words steps, Map<String, String> commands) {

    public Install {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }
}
