// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cat.segell.app.settings.Policy;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.installed.KnownModule;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverNotSet;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver by hand, tried and added while what looks for cards goes on. */
@Tag("system")
class KnownDriversTest {

    @TempDir
    private Path folder;

    private AppDirs dirs = AppDirs.in(Path.of("/nonexistent"));
    private Path module = Path.of("");

    @BeforeEach
    void layADriverDown() throws Exception {
        dirs = AppDirs.in(folder.resolve("home")).make();
        dirs.settings().set(Setting.SEARCH_MODULES, Optional.of(new Value.Switch(false)), Policy.NONE);
        module = Files.copy(SoftHsm.module(), folder.resolve("driver.so"));
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private KnownDrivers drivers(Map<Setting, Value> locked) throws ProblemException {
        Policy policy = new Policy(Optional.empty(), locked, Map.of(), List.of());
        Settings settings = dirs.settings().read();
        return new KnownDrivers(new Start(
                dirs,
                policy,
                settings,
                Preferences.of(policy, settings),
                Language.EN,
                SoftHsm.in(folder.resolve("tokens")).environment()));
    }

    private static void problem(Object expected, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(expected));
    }

    private List<Path> files(KnownDrivers drivers) {
        return drivers.modules().stream().map(KnownModule::file).toList();
    }

    @Test
    void whatWasExchangedAfterItWasTriedIsNotAdded() throws Exception {
        KnownDrivers drivers = drivers(Map.of());
        TriedDriver tried = drivers.tryDriver(drivers.named(module));
        Files.writeString(module, "another", StandardOpenOption.APPEND);
        problem(new DriverChanged(module), () -> drivers.add(tried));
        assertThat(files(drivers)).isEmpty();
        assertThat(dirs.settings().read().values()).doesNotContainKey(Setting.PKCS11_MODULES);
    }

    @Test
    void whereTheAdministratorDecidesNothingIsEvenLookedAt() throws Exception {
        KnownDrivers drivers = drivers(Map.of(Setting.PKCS11_MODULES, new Value.Words(List.of())));
        problem(new SettingLocked(Setting.PKCS11_MODULES.key()), () -> drivers.named(Path.of("/nonexistent.so")));
    }

    @Test
    void isLookedAtFromNowOnAndTheNextTime() throws Exception {
        KnownDrivers drivers = drivers(Map.of());
        assertThat(files(drivers)).isEmpty();
        TriedDriver tried = drivers.tryDriver(drivers.named(module));
        assertThat(tried.info().manufacturer()).isEqualTo("SoftHSM");
        assertThat(files(drivers)).as("tried is not added").isEmpty();
        drivers.add(tried);
        assertThat(files(drivers)).containsExactly(module);
        assertThat(files(drivers(Map.of()))).containsExactly(module);
    }

    @Test
    void isNotLookedAtAnyMoreOnceItIsRemoved() throws Exception {
        KnownDrivers drivers = drivers(Map.of());
        assertThat(drivers.add(drivers.tryDriver(drivers.named(module)))).isTrue();
        drivers.remove(module);
        assertThat(files(drivers)).isEmpty();
        assertThat(files(drivers(Map.of()))).isEmpty();
        problem(new DriverNotSet(module), () -> drivers.remove(module));
    }

    @Test
    void whereTheAdministratorDecidesNothingIsRemoved() throws Exception {
        Value theirs = new Value.Words(List.of(module.toString()));
        KnownDrivers drivers = drivers(Map.of(Setting.PKCS11_MODULES, theirs));
        problem(new SettingLocked(Setting.PKCS11_MODULES.key()), () -> drivers.remove(module));
        assertThat(files(drivers)).containsExactly(module);
    }

    @Test
    void keepsWhatAnotherWindowHasAddedMeanwhile() throws Exception {
        KnownDrivers drivers = drivers(Map.of());
        TriedDriver tried = drivers.tryDriver(drivers.named(module));
        dirs.settings()
                .set(Setting.PKCS11_MODULES, Optional.of(new Value.Words(List.of("/usr/lib/others.so"))), Policy.NONE);
        drivers.add(tried);
        assertThat(files(drivers)).containsExactly(Path.of("/usr/lib/others.so"), module);
    }
}
