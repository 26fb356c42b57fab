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
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.card.pkcs11.DriverTrial;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.PolicyBroken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Drivers of cards: which are looked at and why, what they may do, and what is known of the cards that they read. */
public record KnownDrivers(Start start) {

    /** The modules to look at now, and why each. */
    public List<KnownModule> modules() {
        Preferences preferences = start.preferences();
        Reason why = switch (preferences.effective(Setting.PKCS11_MODULES).origin()) {
            case POLICY, POLICY_DEFAULT -> Reason.POLICY;
            case COMMAND_LINE, SETTINGS, BUILT_IN -> Reason.SETTING;
        };
        List<KnownModule> set = preferences.pkcs11Modules().stream()
                .map(file -> new KnownModule(file, why, Optional.empty()))
                .toList();
        return new InstalledModules(
                        Machine.current(System.getenv()), catalogue().catalogue(), set, searches(preferences))
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
     * Loads a driver once, to see whether it is one.
     *
     * @throws ProblemException a {@code KeyProblem}
     */
    public DriverInfo tryDriver(Path module) throws ProblemException {
        return new DriverTrial(setup()).about(module);
    }

    /** What card drivers get, and how long they may take. */
    HostSetup setup() {
        Preferences preferences = start.preferences();
        HostSetup setup = HostSetup.of(start.dirs().natives())
                .with(preferences.driverLimits())
                .with(ChildEnvironment.of(System.getenv(), preferences.driverEnvironment()));
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
