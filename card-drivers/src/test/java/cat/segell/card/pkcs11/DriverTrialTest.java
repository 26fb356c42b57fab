// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
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
        FaultyModule crashes = FaultyModule.build(folder.resolve("crashes"), Function.GET_INFO, Fault.CRASH);
        crashes.misbehave();
        assertThat(Problems.of(() -> trial.about(crashes.path()))).isEqualTo(new DriverCrashed(crashes.path()));
        FaultyModule refuses = FaultyModule.build(folder.resolve("refuses"), Function.GET_INFO, 0x80001234L);
        refuses.misbehave();
        assertThat(Problems.of(() -> trial.about(refuses.path())))
                .isEqualTo(new DriverFailed(refuses.path(), "C_GetInfo", "0x80001234"));
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
                .isEqualTo(new DriverInfo("A [2JB", "x y z", "1"));
    }
}
