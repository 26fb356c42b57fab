// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.credential.Credential;
import cat.segell.credential.KeyReference;
import cat.segell.credential.OpenCredential;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the death of a driver to the next signature, its process, look, login and all. For
 * {@code docs/benchmarks.md}; run by hand, with the tests' class path.
 */
final class RecoveryFigure {

    private static final int ROUNDS = 20;

    private RecoveryFigure() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("recovery");
        SoftHsm tokens = SoftHsm.in(folder);
        tokens.token("Targeta").put(TestPki.create().signer(KeyKind.RSA_2048), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        long[] millis = new long[ROUNDS];
        try (Pkcs11Source source = new Pkcs11Source(List.of(driver.path()), tokens.setup())) {
            Credential found = source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                    .getFirst();
            for (int round = 0; round < ROUNDS; round++) {
                millis[round] = recovery(source, driver, found);
            }
        }
        Arrays.sort(millis);
        System.err.println("median " + millis[ROUNDS / 2] + " ms, longest " + millis[ROUNDS - 1] + " ms");
    }

    private static long recovery(Pkcs11Source source, FaultyModule driver, Credential found) throws ProblemException {
        driver.misbehave(Function.SIGN, Fault.CRASH);
        Problems.of(() -> sign(source, found));
        driver.behave();
        long died = System.nanoTime();
        sign(source, found);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - died);
    }

    private static void sign(Pkcs11Source source, Credential found) throws ProblemException {
        try (OpenCredential open = source.open(found, Person.entering("1234"))) {
            if (!Signatures.fits(open)) {
                throw new AssertionError("not a signature");
            }
        }
    }
}
