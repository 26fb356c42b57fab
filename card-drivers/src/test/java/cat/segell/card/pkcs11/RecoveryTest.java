// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Rounds;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the death of a driver to the next signature: its process, look, login and all. How long that takes is printed, for
 * {@code docs/benchmarks.md}.
 */
@Tag("system")
class RecoveryTest {

    @TempDir
    Path folder;

    @Test
    void signsAgainAfterEachDeath() throws Exception {
        SoftHsm tokens = SoftHsm.in(folder);
        tokens.token("Targeta").put(TestPki.create().signer(KeyKind.RSA_2048), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        long[] millis = new long[Rounds.of(3, 40)];
        try (Pkcs11Source source = Sources.of(List.of(driver.path()), tokens.setup())) {
            Credential found = source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                    .getFirst();
            for (int round = 0; round < millis.length; round++) {
                millis[round] = recovery(source, driver, found);
            }
        }
        Arrays.sort(millis);
        System.err.printf(
                "from a driver's death to the next signature: median %d ms, longest %d ms of %d%n",
                millis[millis.length / 2], millis[millis.length - 1], millis.length);
    }

    private static long recovery(Pkcs11Source source, FaultyModule driver, Credential found) throws ProblemException {
        driver.misbehave(Function.SIGN, Fault.CRASH);
        assertThat(Problems.of(() -> sign(source, found))).isInstanceOf(DriverCrashed.class);
        driver.behave();
        long died = System.nanoTime();
        sign(source, found);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - died);
    }

    private static void sign(Pkcs11Source source, Credential found) throws ProblemException {
        try (OpenCredential open = source.open(found, Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }
}
