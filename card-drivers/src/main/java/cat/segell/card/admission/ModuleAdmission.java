// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverUpdated;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a driver may be loaded as it is now. One that the administrator alone can have changed may, and the person is told;
 * one that the person's own programs could have changed may not, until the person says that it was meant.
 */
public final class ModuleAdmission {

    private final ModuleMemory memory;
    private final ModuleOwners owners;

    /** @param folder what is remembered of drivers */
    public ModuleAdmission(Path folder, ModuleOwners owners) {
        memory = new ModuleMemory(folder);
        this.owners = owners;
    }

    /** @param notice what the person should know, now and next time, until it {@link #told was told} */
    public record Admitted(ModuleBytes bytes, Optional<Problem> notice) {}

    /** @throws ProblemException {@code DRIVER-CHANGED}, or what {@link ModuleFile#check} says of it now */
    public Admitted admit(ModuleFile module) throws ProblemException {
        ModuleBytes bytes = bytes(module);
        Optional<Problem> change = change(module, bytes);
        if (change.isPresent() && change.get() instanceof DriverChanged) {
            throw new ProblemException(change.get());
        }
        if (change.isEmpty()) {
            remember(module.real(), bytes);
        }
        return new Admitted(bytes, change);
    }

    /**
     * The person knows that the driver is as it is now.
     *
     * @throws ProblemException {@code HOME-UNWRITABLE}
     */
    public void told(ModuleFile module, ModuleBytes bytes) throws ProblemException {
        remember(module.real(), bytes);
    }

    /** {@code DRIVER-CHANGED}, {@code DRIVER-UPDATED} or nothing. */
    Optional<Problem> change(ModuleFile module, ModuleBytes bytes) throws ProblemException {
        Optional<String> known = known(module);
        if (known.isEmpty() || known.get().equals(bytes.sha256().hex())) {
            return Optional.empty();
        }
        return Optional.of(
                byAdministrator(module) ? new DriverUpdated(module.named()) : new DriverChanged(module.named()));
    }

    /**
     * After it was loaded: what was loaded is what was admitted.
     *
     * @throws ProblemException {@code DRIVER-CHANGED}
     */
    public void demandUnchanged(ModuleFile module, ModuleBytes admitted) throws ProblemException {
        if (!bytes(module).equals(admitted)) {
            throw new ProblemException(new DriverChanged(module.named()));
        }
    }

    /**
     * For the person to decide on.
     *
     * @throws ProblemException what {@link ModuleFile#check} says of it
     */
    public DriverFile file(Path named) throws ProblemException {
        ModuleFile module = ModuleFile.check(named, owners);
        try {
            return DriverFile.of(module, bytes(module), known(module));
        } catch (IOException e) {
            throw new ProblemException(new DriverInvalid(named), e);
        }
    }

    /**
     * The person's word that a driver is meant to be as it was shown.
     *
     * @throws ProblemException {@code DRIVER-CHANGED} where it isn't that any more, what {@link ModuleFile#check} says of it, or
     *     {@code HOME-UNWRITABLE}
     */
    public void accept(DriverFile shown) throws ProblemException {
        ModuleFile module = ModuleFile.check(shown.named(), owners);
        ModuleBytes now = bytes(module);
        if (!module.real().equals(shown.real()) || !now.sha256().equals(shown.sha256())) {
            throw new ProblemException(new DriverChanged(shown.named()));
        }
        remember(module.real(), now);
    }

    private ModuleBytes bytes(ModuleFile module) throws ProblemException {
        ModuleFile now = ModuleFile.check(module.named(), owners);
        if (!now.real().equals(module.real())) {
            throw new ProblemException(new DriverChanged(module.named()));
        }
        try {
            return ModuleBytes.of(module.real());
        } catch (IOException e) {
            throw new ProblemException(new DriverInvalid(module.named()), e);
        }
    }

    private boolean byAdministrator(ModuleFile module) throws ProblemException {
        try {
            return owners.administratorAlone(module.real());
        } catch (IOException e) {
            throw new ProblemException(new DriverInvalid(module.named()), e);
        }
    }

    private Optional<String> known(ModuleFile module) throws ProblemException {
        try {
            return memory.sha256(module.real());
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(memory.folder()), e);
        }
    }

    private void remember(Path real, ModuleBytes bytes) throws ProblemException {
        try {
            if (memory.sha256(real).equals(Optional.of(bytes.sha256().hex()))) {
                return;
            }
            memory.remember(real, bytes.sha256());
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(memory.folder()), e);
        }
    }
}
