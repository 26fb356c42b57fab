// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What modules' processes are given.
 *
 * @param nativeFolder {@code native} in the home
 * @param environment only what is on the list reaches a process
 * @param ordinaryLimit for looking and closing, the start of the process included
 * @param keyLimit for logging in and signing: a person may have to type on the reader, and an old card is slow
 */
public record HostSetup(Path nativeFolder, Map<String, String> environment, Duration ordinaryLimit, Duration keyLimit) {

    /** OpenSC looks at a full reader for some seconds; a driver that takes this long is stuck. */
    public static final Duration ORDINARY_LIMIT = Duration.ofSeconds(30);

    /** Readers with a keypad give a person 30 to 60 seconds. */
    public static final Duration KEY_LIMIT = Duration.ofMinutes(2);

    private static final Set<String> PASSED_ON = Set.of(
            "HOME",
            "LANG",
            "TMPDIR",
            "XDG_RUNTIME_DIR",
            "SOFTHSM2_CONF",
            "OPENSC_CONF",
            "PCSCLITE_CSOCK_NAME",
            // Windows can't load libraries without these two.
            "SystemRoot",
            "TEMP");

    public HostSetup {
        Map<String, String> passed = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (PASSED_ON.contains(name) || name.startsWith("LC_")) {
                passed.put(name, value);
            }
        });
        environment = Map.copyOf(passed);
    }

    public static HostSetup of(Path nativeFolder) {
        return new HostSetup(nativeFolder, System.getenv(), ORDINARY_LIMIT, KEY_LIMIT);
    }
}
