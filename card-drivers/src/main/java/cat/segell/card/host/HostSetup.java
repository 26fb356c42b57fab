// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.card.admission.ModuleOwners;
import java.nio.file.Path;

/**
 * What modules' processes are given.
 *
 * @param folder {@code native} in the home: the wrapper's own library, and what is remembered of drivers
 * @param environment what processes get of it is decided in {@link ChildEnvironment}
 * @param owners whose libraries may be loaded
 * @param onePinPerBatch whether one entry may serve all signatures of a key that wants the PIN before each
 */
public record HostSetup(
        Path folder, ChildEnvironment environment, Limits limits, ModuleOwners owners, boolean onePinPerBatch) {

    public static HostSetup of(Path folder) {
        return new HostSetup(folder, ChildEnvironment.ofSystem(), Limits.USUAL, ModuleOwners.ofSystem(), true);
    }

    public HostSetup with(Limits others) {
        return new HostSetup(folder, environment, others, owners, onePinPerBatch);
    }

    public HostSetup with(ModuleOwners others) {
        return new HostSetup(folder, environment, limits, others, onePinPerBatch);
    }

    public HostSetup with(ChildEnvironment others) {
        return new HostSetup(folder, others, limits, owners, onePinPerBatch);
    }

    /** Each signature of such a key wants an entry of its own. */
    public HostSetup askingEachTime() {
        return new HostSetup(folder, environment, limits, owners, false);
    }
}
