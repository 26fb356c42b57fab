// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import cat.segell.app.settings.SystemPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where a session's administrator decides: {@code etc/segell/policy.json} in its folder, never this computer's own. */
public final class SessionPolicy {

    private SessionPolicy() {}

    /** @param folder of the session; its owner and root are its administrators */
    public static SystemPolicy in(Path folder) {
        return new SystemPolicy(folder.resolve("etc/segell/policy.json"), Set.copyOf(List.of(0, user(folder))));
    }

    private static int user(Path ours) {
        try {
            return (Integer) Files.getAttribute(ours, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
