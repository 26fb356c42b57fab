// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.document.OwnedPath;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whose libraries are loaded: the administrator's, and the person's own.
 *
 * @param person number of the user
 */
public record ModuleOwners(int person) {

    private static final int ADMINISTRATOR = 0;

    /** Of this process; where the system knows no such numbers the answer is never looked at. */
    public static ModuleOwners ofSystem() {
        return new ModuleOwners(OwnedPath.knowsOwners() ? (int) new UnixSystem().getUid() : ADMINISTRATOR);
    }

    OwnedPath trusted() {
        return new OwnedPath(person == ADMINISTRATOR ? Set.of(person) : Set.of(ADMINISTRATOR, person));
    }

    /** Whether the administrator alone can have put it there. */
    boolean administratorAlone(Path file) throws IOException {
        return OwnedPath.knowsOwners()
                && new OwnedPath(Set.of(ADMINISTRATOR)).weakPlace(file).isEmpty();
    }
}
