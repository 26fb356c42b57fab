// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** An opened practice card: takes as long as its model does, and fails as it was told to. */
final class PracticeSession implements OpenCredential {

    /** Stands for a driver's file in what is said of it. */
    private static final Path DRIVER = Path.of("practice-driver");

    /** Long enough to be noticed by a trainee; a real driver is given more. */
    private static final Duration HANGS = Duration.ofSeconds(5);

    private final OpenCredential key;
    private final Duration perSignature;
    private final Optional<PracticeFault> fault;
    private final Pause pause;
    private int signatures;

    PracticeSession(OpenCredential key, Duration perSignature, Optional<PracticeFault> fault, Pause pause) {
        this.key = key;
        this.perSignature = perSignature;
        this.fault = fault;
        this.pause = pause;
    }

    @Override
    public Credential credential() {
        return key.credential();
    }

    @Override
    public byte[] sign(DigestToSign digest) throws ProblemException {
        Optional<PracticeFault> now = fault.filter(each -> signatures >= each.after());
        signatures++;
        return now.isPresent() ? fail(now.get(), digest) : signed(digest);
    }

    private byte[] signed(DigestToSign digest) throws ProblemException {
        rest(perSignature);
        return key.sign(digest);
    }

    private byte[] fail(PracticeFault due, DigestToSign digest) throws ProblemException {
        return switch (due.kind()) {
            case REMOVED ->
                throw new ProblemException(new TokenRemoved(credential().token().label()));
            case CRASHED -> throw new ProblemException(new DriverCrashed(DRIVER));
            case HUNG -> {
                rest(HANGS);
                throw new ProblemException(new DriverHung(DRIVER, Optional.of("C_Sign"), (int) HANGS.toSeconds()));
            }
            case CORRUPTED -> {
                byte[] value = signed(digest);
                value[value.length - 1] ^= 1;
                yield value;
            }
            // The PIN was refused before there was a session.
            case REFUSED -> signed(digest);
        };
    }

    private void rest(Duration duration) {
        try {
            pause.last(duration);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
