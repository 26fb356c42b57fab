// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.admission.ModuleAdmission;
import cat.segell.card.admission.ModuleOwners;
import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.card.host.HostSetup;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverPathRelative;
import cat.segell.problem.KeyProblem.DriverUnsafe;
import cat.segell.problem.KeyProblem.DriverUpdated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which drivers are loaded at all, and what is said of the others: the keys behind good ones are found all the same. */
@Tag("system")
class ModuleLoadingTest {

    private static final TestPki PKI = TestPki.create();
    private static final int PERSON = 4711;

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private FaultyModule module;
    private Path driver;

    @BeforeEach
    void makeToken() {
        tokens = SoftHsm.in(folder);
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        module = FaultyModule.build(folder.resolve("driver"));
        driver = module.path();
    }

    @Test
    void plantedDriversAreNamedAndTheOthersWork() throws Exception {
        Path planted = Files.copy(driver, folder.resolve("planted.so"));
        Files.setAttribute(planted, "unix:mode", 0777);
        Path relative = Path.of("driver.so");
        try (Pkcs11Source source = Sources.of(List.of(planted, relative, driver), tokens.setup())) {
            assertThat(source.list().problems())
                    .containsExactly(new DriverUnsafe(planted, planted.toRealPath()), new DriverPathRelative(relative));
            assertThat(source.list().credentials()).hasSize(1);
        }
    }

    @Test
    void exchangedDriverIsNotLoadedBeforeThePersonSaysSo() throws Exception {
        HostSetup setup = ofThePerson(tokens.setup());
        look(setup);
        long calls = calls();
        Files.write(driver, new byte[] {7}, StandardOpenOption.APPEND);
        if (setup.owners().person() == PERSON) {
            Files.setAttribute(driver, "unix:uid", PERSON);
        }
        try (Pkcs11Source source = Sources.of(List.of(driver), setup)) {
            assertThat(source.list().problems()).containsExactly(new DriverChanged(driver));
            assertThat(calls()).as("nothing of it was run").isEqualTo(calls);
            ModuleAdmission admission = new ModuleAdmission(setup.folder(), setup.owners());
            admission.accept(admission.file(driver));
            assertThat(source.list().credentials()).hasSize(1);
            assertThat(source.takeNotices()).isEmpty();
        }
    }

    @Test
    void driverExchangedWhileItWasLoadedGetsNoPin() throws Exception {
        Files.copy(driver, driver.resolveSibling(driver.getFileName() + ".next"));
        module.misbehave(Function.INITIALIZE, Fault.EXCHANGE);
        try (Pkcs11Source source = Sources.of(List.of(driver), tokens.setup())) {
            assertThat(source.list().problems()).containsExactly(new DriverChanged(driver));
            assertThat(module.calls()).as("it was loaded, and asked nothing").containsExactly("0");
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                assertThat(child.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
            }
        }
    }

    @Test
    void updateByTheAdministratorIsToldOnceAndStopsNothing() throws Exception {
        Path installed = SoftHsm.module();
        HostSetup setup = tokens.setup();
        look(setup, installed);
        Path memory = setup.folder().resolve("drivers.sha256");
        Files.writeString(memory, Files.readString(memory).replaceAll("(?m)^.{64}", "0".repeat(64)));
        try (Pkcs11Source untaken = Sources.of(List.of(installed), setup)) {
            assertThat(untaken.list().credentials()).hasSize(1);
            assertThat(untaken.notices())
                    .as("for a program, which takes nothing")
                    .containsExactly(new DriverUpdated(installed));
        }
        try (Pkcs11Source source = Sources.of(List.of(installed), setup)) {
            assertThat(source.list().credentials()).hasSize(1);
            assertThat(source.list().problems()).isEmpty();
            assertThat(source.takeNotices()).containsExactly(new DriverUpdated(installed));
            assertThat(source.takeNotices()).isEmpty();
        }
        try (Pkcs11Source later = Sources.of(List.of(installed), setup)) {
            assertThat(later.list().credentials()).hasSize(1);
            assertThat(later.takeNotices()).isEmpty();
        }
    }

    @Test
    void oneDriverUnderTwoPathsIsOneProcessAndItsKeysAreListedOnce() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.so"), driver);
        try (Pkcs11Source source = Sources.of(List.of(driver, link), tokens.setup())) {
            assertThat(source.list().credentials()).hasSize(1);
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .hasSize(1);
        }
    }

    @Test
    void oneCardBehindTwoDriversIsListedOnce() throws Exception {
        try (Pkcs11Source source = Sources.of(List.of(driver, SoftHsm.module()), tokens.setup())) {
            Listing listing = source.list();
            assertThat(listing.credentials()).hasSize(1);
            assertThat(listing.hidden())
                    .extracting(HiddenCredential::why)
                    .containsExactly(new CertSeenTwice(
                            "Maria Prova Inventada",
                            listing.credentials().getFirst().key()));
        }
    }

    private void look(HostSetup setup) {
        look(setup, driver);
    }

    private static void look(HostSetup setup, Path module) {
        try (Pkcs11Source source = Sources.of(List.of(module), setup)) {
            assertThat(source.list().problems()).isEmpty();
            assertThat(source.takeNotices()).isEmpty();
        }
    }

    private long calls() throws Exception {
        return Files.size(driver.resolveSibling("calls"));
    }

    /** Where this runs as root, the driver is given to a person; elsewhere it is the person's already. */
    private HostSetup ofThePerson(HostSetup setup) throws Exception {
        if (setup.owners().person() != 0) {
            return setup;
        }
        Files.setAttribute(driver, "unix:uid", PERSON);
        return setup.with(new ModuleOwners(PERSON));
    }
}
