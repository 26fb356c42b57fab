// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.host.HostSetup;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverUnsafe;
import cat.segell.problem.KeyProblem.DriverUpdated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("system")
class ModuleAdmissionTest {

    private static final int PERSON = 4711;

    @TempDir
    Path folder;

    private Path driver;
    private HostSetup setup;

    @BeforeEach
    void makeDriver() throws Exception {
        driver = Files.copy(Path.of(System.getProperty("java.home"), "lib", "libzip.so"), folder.resolve("driver.so"));
        setup = HostSetup.of(folder.resolve("home"));
    }

    @Test
    void theFirstSightIsRemembered() throws Exception {
        assertThat(admission().admit(module()).notice()).isEmpty();
        assertThat(admission().admit(module()).notice()).isEmpty();
        assertThat(Files.readString(folder.resolve("home/drivers.sha256"))).contains("  " + driver.toRealPath());
    }

    @Test
    void whatThePersonsOwnProgramsCanHaveChangedIsNotLoadedUntilThePersonSaysSo() throws Exception {
        belongsToThePerson();
        admission().admit(module());
        change();
        for (int i = 0; i < 2; i++) {
            assertThat(Problems.of(() -> admission().admit(module()))).isEqualTo(new DriverChanged(driver));
        }
        admission().accept(admission().file(driver));
        assertThat(admission().admit(module()).notice()).isEmpty();
        change();
        assertThat(Problems.of(() -> admission().admit(module())))
                .as("one word is good for one change")
                .isEqualTo(new DriverChanged(driver));
    }

    @Test
    void aPersonAcceptsWhatTheyWereShown() throws Exception {
        belongsToThePerson();
        admission().admit(module());
        String before = ModuleBytes.of(driver).sha256().hex();
        change();
        DriverFile shown = admission().file(driver);
        assertThat(shown.named()).isEqualTo(driver);
        assertThat(shown.real()).isEqualTo(driver.toRealPath());
        assertThat(shown.owner()).isEqualTo(Files.getOwner(driver).getName());
        assertThat(shown.known()).contains(before);
        assertThat(shown.sha256()).isEqualTo(ModuleBytes.of(driver).sha256());
        assertThat(Problems.of(() -> admission().admit(module())))
                .as("looking is no word")
                .isEqualTo(new DriverChanged(driver));
        admission().accept(shown);
        assertThat(admission().admit(module()).notice()).isEmpty();
    }

    @Test
    void whatChangedAfterItWasShownIsNotAccepted() throws Exception {
        belongsToThePerson();
        admission().admit(module());
        change();
        DriverFile shown = admission().file(driver);
        change();
        assertThat(Problems.of(() -> admission().accept(shown))).isEqualTo(new DriverChanged(driver));
        assertThat(Problems.of(() -> admission().admit(module()))).isEqualTo(new DriverChanged(driver));
    }

    @Test
    void whatTheAdministratorChangedIsLoadedAndToldOnce() throws Exception {
        Path module = SoftHsm.module().toRealPath();
        ModuleFile installed = new ModuleFile(module, module);
        ModuleMemory memory = new ModuleMemory(folder.resolve("home"));
        memory.remember(module, ModuleBytes.of(driver).sha256());
        ModuleAdmission.Admitted admitted = admission().admit(installed);
        assertThat(admitted.notice()).isEqualTo(Optional.of(new DriverUpdated(module)));
        assertThat(admission().admit(installed).notice()).as("nobody told it").isEqualTo(admitted.notice());
        admission().told(installed, admitted.bytes());
        assertThat(admission().admit(installed).notice()).isEmpty();
    }

    @Test
    void whatWasExchangedWhileItWasLoadedIsNoticed() throws Exception {
        ModuleAdmission.Admitted admitted = admission().admit(module());
        admission().demandUnchanged(module(), admitted.bytes());
        Path other = Files.copy(driver, folder.resolve("other.so"));
        Files.move(other, driver, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Problems.of(() -> admission().demandUnchanged(module(), admitted.bytes())))
                .as("the same bytes, but another file")
                .isEqualTo(new DriverChanged(driver));
    }

    @Test
    void aLinkThatWasTurnedWhileItWasLoadedIsNoticed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.so"), driver);
        ModuleFile module = ModuleFile.check(link, setup.owners());
        ModuleAdmission.Admitted admitted = admission().admit(module);
        Path other = Files.copy(driver, folder.resolve("other.so"));
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertThat(Problems.of(() -> admission().demandUnchanged(module, admitted.bytes())))
                .isEqualTo(new DriverChanged(link));
    }

    @Test
    void whatIsNotSafeCannotBeAccepted() throws Exception {
        Files.setAttribute(driver, "unix:mode", 0666);
        assertThat(Problems.of(() -> admission().accept(admission().file(driver))))
                .isInstanceOf(DriverUnsafe.class);
        assertThat(folder.resolve("home/drivers.sha256")).doesNotExist();
    }

    @Test
    void memoryThatIsDamagedIsNoReasonNotToWork() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.write(folder.resolve("home/drivers.sha256"), new byte[] {0, 1, (byte) 0xff, '\n', 'x'});
        assertThat(admission().admit(module()).notice()).isEmpty();
        assertThat(admission().admit(module()).notice()).isEmpty();
    }

    /** Where this runs as root, the file is given to a person; elsewhere it is the person's already. */
    private void belongsToThePerson() throws Exception {
        if (setup.owners().person() == 0) {
            Files.setAttribute(driver, "unix:uid", PERSON);
            setup = setup.with(new ModuleOwners(PERSON));
        }
    }

    private void change() throws Exception {
        Files.write(driver, new byte[] {7}, StandardOpenOption.APPEND);
    }

    private ModuleAdmission admission() {
        return new ModuleAdmission(setup.folder(), setup.owners());
    }

    private ModuleFile module() throws Exception {
        return ModuleFile.check(driver, setup.owners());
    }
}
