// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverTrialFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("system")
class DriverTrialTest {

    @TempDir
    Path folder;

    private DriverTrial trial;

    @BeforeEach
    void start() {
        trial = new DriverTrial(SoftHsm.in(folder).setup());
    }

    @Test
    void refusesWhatIsNoModule() {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
        assertThat(Problems.of(() -> trial.about(library))).isEqualTo(new DriverInvalid(library));
        Path absent = folder.resolve("absent.so");
        assertThat(Problems.of(() -> trial.about(absent))).isEqualTo(new DriverMissing(absent));
    }

    @Test
    void refusesModulesThatBreakOrRefuse() throws Exception {
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_INFO, Fault.CRASH);
        assertThat(Problems.of(() -> trial.about(driver.path())))
                .isEqualTo(new DriverTrialFailed(driver.path(), new DriverCrashed(driver.path())));
        driver.behave();
        driver.misbehave(Function.GET_INFO, 0x80001234L);
        assertThat(Problems.of(() -> trial.about(driver.path())))
                .isEqualTo(new DriverCodeUnknown(driver.path(), "C_GetInfo", "0x80001234"));
        driver.behave();
        driver.misbehave(Function.GET_INFO, 0x32);
        assertThat(Problems.of(() -> trial.about(driver.path())))
                .as("no card was asked about")
                .isEqualTo(new DriverFailed(driver.path(), "C_GetInfo", "CKR_DEVICE_REMOVED (0x32)"));
    }

    @Test
    void tellsWhatAModuleIs() throws Exception {
        DriverInfo info = trial.about(SoftHsm.module());
        assertThat(info.manufacturer()).isEqualTo("SoftHSM");
        assertThat(info.description()).isEqualTo("Implementation of PKCS11");
        assertThat(info.version()).matches("\\d+\\.\\d+");
    }

    @Test
    void showsNoControlsThatADriverWrites() {
        assertThat(new DriverInfo("A\u001b[2JB", "x\ny\u202ez", " 1 "))
                .isEqualTo(new DriverInfo("A\ufffd[2JB", "x\ufffdy\ufffdz", "1"));
    }
}
