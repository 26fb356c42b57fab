// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.text.Language;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How middleware comes onto a machine.
 *
 * @param commands by the systems that know them, in order; empty where there are none
 * @param web of whoever makes it
 */
public record Install(Words steps, Map<String, String> commands, Optional<URI> web) {

    public Install {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }

    /** The steps, with the command of each system; where there is none, with the page. */
    public String in(Language language) {
        String how = commands.isEmpty()
                ? web.map(URI::toString).orElse("")
                : commands.entrySet().stream()
                        .map(command -> command.getKey() + ": " + command.getValue())
                        .collect(Collectors.joining("; "));
        return (steps.in(language) + " " + how).strip();
    }
}
