// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.TriedDriver;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.document.DigestAlgorithm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Invented drivers. */
public final class Drivers {

    public static final Path FILE = Path.of("/home/marta/driver.so");

    private Drivers() {}

    /** One that is another file than before. */
    public static DriverFile changed() {
        return changed(FILE, Path.of("/home/marta/driver-2.so"));
    }

    public static DriverFile changed(Path named, Path real) {
        return new DriverFile(
                named,
                real,
                "marta",
                Instant.parse("2026-11-20T10:00:00Z"),
                DigestAlgorithm.SHA256.of(new byte[] {2}),
                Optional.of(DigestAlgorithm.SHA256.of(new byte[] {1}).hex()));
    }

    /** The same after it was tried. */
    public static TriedDriver tried() {
        return tried(changed());
    }

    public static TriedDriver tried(DriverFile file) {
        return new TriedDriver(file, new DriverInfo("Consorci Inventat", "Controlador inventat", "2.11"));
    }
}
