// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.admission.ModuleAdmission;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.CatalogueKey;
import cat.segell.card.catalogue.CatalogueStore;
import cat.segell.card.host.ChildEnvironment;
import cat.segell.card.host.HostSetup;
import cat.segell.card.installed.InstalledModules;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.installed.Machine;
import cat.segell.card.installed.Unsuited;
import cat.segell.card.pkcs11.DriverTrial;
import cat.segell.problem.KeyProblem.DriverFileMissing;
import cat.segell.problem.KeyProblem.DriverFolder;
import cat.segell.problem.KeyProblem.DriverNotSet;
import cat.segell.problem.KeyProblem.DriverUnsuited;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.PolicyBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drivers of cards: which are looked at and why, what they may do, and what is known of the cards that they read. */
public final class KnownDrivers {

    private final Start start;
    private final SetDrivers set;
    private volatile Preferences preferences;

    KnownDrivers(Start start) {
        this.start = start;
        this.set = new SetDrivers(start);
        this.preferences = start.preferences();
    }

    /** The modules to look at now, and why each. */
    public List<KnownModule> modules() {
        Preferences now = preferences;
        Reason why = switch (now.effective(Setting.PKCS11_MODULES).origin()) {
            case POLICY, POLICY_DEFAULT -> Reason.POLICY;
            case COMMAND_LINE, SETTINGS, BUILT_IN -> Reason.SETTING;
        };
        List<KnownModule> named = now.pkcs11Modules().stream()
                .map(file -> new KnownModule(file, why, Optional.empty()))
                .toList();
        return new InstalledModules(
                        Machine.current(start.environment()), catalogue().catalogue(), named, searches(now))
                .find();
    }

    /** A list that is locked is the whole list, unless the policy itself says to search. */
    private static boolean searches(Preferences preferences) {
        boolean whole = preferences.isLocked(Setting.PKCS11_MODULES) && !preferences.isLocked(Setting.SEARCH_MODULES);
        return preferences.searchModules() && !whole;
    }

    /** What is known about cards, and why an imported edition of it isn't used. */
    public CatalogueStore.InUse catalogue() {
        return new CatalogueStore(
                        start.dirs().catalogue(),
                        start.preferences().catalogueKey().flatMap(CatalogueKey::parse))
                .read();
    }

    /**
     * Imports a newer catalogue of cards.
     *
     * @throws ProblemException a {@code SettingProblem}
     */
    public Catalogue takeCatalogue(Path file) throws ProblemException {
        Optional<String> pinned = start.preferences().catalogueKey();
        Optional<CatalogueKey> key = pinned.flatMap(CatalogueKey::parse);
        if (pinned.isPresent() && key.isEmpty()) {
            throw new ProblemException(
                    // Only a policy can set it.
                    new PolicyBroken(start.policy().file().orElseThrow(), Setting.CATALOGUE_KEY.key()));
        }
        return new CatalogueStore(start.dirs().catalogue(), key).take(file);
    }

    /**
     * The file that a person names as a driver, before anything of it is loaded.
     *
     * @throws ProblemException {@code SETTING-LOCKED}, {@code DRIVER-UNSUITED}, {@code DRIVER-FILE-MISSING}, {@code DRIVER-FOLDER}, or as of {@link #driver}
     */
    public DriverFile named(Path module) throws ProblemException {
        set.demandChangeable();
        if (Unsuited.is(module)) {
            throw new ProblemException(new DriverUnsuited(module));
        }
        if (module.isAbsolute() && Files.notExists(module)) {
            throw new ProblemException(new DriverFileMissing(module));
        }
        if (Files.isDirectory(module)) {
            throw new ProblemException(new DriverFolder(module));
        }
        return driver(module);
    }

    /**
     * From now on looked at, and remembered for the next time.
     *
     * @return whether it wasn't there already, under this name or another one
     * @throws ProblemException {@code DRIVER-CHANGED} where it isn't any more what was tried, {@code SETTING-LOCKED}, or that it
     *     can't be remembered
     */
    public boolean add(TriedDriver tried) throws ProblemException {
        List<Path> present = set.changeable();
        acceptDriver(tried.file());
        Path added = real(tried.file().named());
        if (present.stream().anyMatch(each -> real(each).equals(added))) {
            preferences = set.now();
            return false;
        }
        set.save(
                Stream.concat(present.stream(), Stream.of(tried.file().named())).toList());
        preferences = set.now();
        return true;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.toAbsolutePath().normalize();
        }
    }

    /**
     * From now on not looked at any more because it was added by hand.
     *
     * @throws ProblemException {@code DRIVER-NOT-SET}, {@code SETTING-LOCKED}, or that it can't be remembered
     */
    public void remove(Path module) throws ProblemException {
        List<Path> present = set.changeable();
        if (!present.contains(module)) {
            throw new ProblemException(new DriverNotSet(module));
        }
        set.save(present.stream().filter(each -> !each.equals(module)).toList());
        preferences = set.now();
    }

    /**
     * Loads a driver once, to see whether it is one.
     *
     * @throws ProblemException a {@code KeyProblem}
     */
    public TriedDriver tryDriver(DriverFile file) throws ProblemException {
        return new TriedDriver(file, new DriverTrial(setup()).about(file.named()));
    }

    /** What card drivers get, and how long they may take. */
    HostSetup setup() {
        HostSetup setup = HostSetup.of(start.dirs().natives())
                .with(preferences.driverLimits())
                .with(ChildEnvironment.of(start.environment(), preferences.driverEnvironment()));
        return preferences.onePinPerBatch() ? setup : setup.askingEachTime();
    }

    /**
     * A driver's file as it is now.
     *
     * @throws ProblemException a {@code KeyProblem}, or {@code HOME-UNWRITABLE}
     */
    public DriverFile driver(Path module) throws ProblemException {
        return admission().file(module);
    }

    /**
     * The person's word that a driver is meant to be as it was shown.
     *
     * @throws ProblemException {@code DRIVER-CHANGED} where it isn't that any more, or as of {@link #driver}
     */
    public void acceptDriver(DriverFile shown) throws ProblemException {
        admission().accept(shown);
    }

    private ModuleAdmission admission() {
        HostSetup setup = setup();
        return new ModuleAdmission(setup.folder(), setup.owners());
    }
}
