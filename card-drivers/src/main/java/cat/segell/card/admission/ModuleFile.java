// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.document.OwnedPath;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverPathRelative;
import cat.segell.problem.KeyProblem.DriverUnsafe;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PKCS#11 library as far as its file tells before anything is loaded.
 *
 * @param named as the person or the settings name it, for messages
 * @param real absolute, without links
 */
public record ModuleFile(Path named, Path real) {

    /**
     * Opens nothing but a regular file that nobody else can exchange.
     *
     * @throws ProblemException {@code DRIVER-PATH-RELATIVE}, {@code DRIVER-MISSING}, {@code DRIVER-UNSAFE},
     *     {@code DRIVER-INVALID} or {@code DRIVER-WRONG-ARCH}
     */
    public static ModuleFile check(Path named, ModuleOwners owners) throws ProblemException {
        if (!named.isAbsolute()) {
            // Whoever chooses the folder that Segell is started in would choose what it loads.
            throw new ProblemException(new DriverPathRelative(named));
        }
        if (named.toString().chars().anyMatch(Character::isISOControl)) {
            // What is remembered of drivers is a line for each.
            throw new ProblemException(new DriverInvalid(named));
        }
        try {
            Path real = named.toRealPath();
            demandSafe(named, owners);
            if (!Files.isRegularFile(real)) {
                throw new ProblemException(new DriverInvalid(named));
            }
            demandFitting(named, LibraryKind.of(real));
            return new ModuleFile(named, real);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new DriverMissing(named), e);
        } catch (IOException e) {
            throw new ProblemException(new DriverInvalid(named), e);
        }
    }

    private static void demandSafe(Path named, ModuleOwners owners) throws IOException, ProblemException {
        if (!OwnedPath.knowsOwners()) {
            return;
        }
        Optional<Path> weak = owners.trusted().weakPlace(named);
        if (weak.isPresent()) {
            throw new ProblemException(new DriverUnsafe(named, weak.get()));
        }
    }

    private static void demandFitting(Path named, Optional<LibraryKind> kind) throws ProblemException {
        if (kind.isEmpty()) {
            throw new ProblemException(new DriverInvalid(named));
        }
        LibraryKind own = LibraryKind.own();
        if (!kind.get().fits(own)) {
            throw new ProblemException(new DriverWrongArch(named, kind.get().words(), own.words()));
        }
    }
}
