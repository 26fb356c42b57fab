// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.problem.KeyProblem.KeyKindUnsupported;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The PKCS#11 wrapper's own native library.
 *
 * @param folder under which one folder per version is kept
 */
record NativeLibrary(Path folder) {

    /** @return the folder for {@code java.library.path} */
    Path extracted() throws ProblemException {
        return new ShippedLibrary(System.mapLibraryName("pkcs11wrapper"), shipped()).laidInto(folder);
    }

    private static byte[] shipped() throws ProblemException {
        String resource = "/natives/" + platform() + "/release/" + file();
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ProblemException(new KeyKindUnsupported("pkcs11:"));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ProblemException(new KeyKindUnsupported("pkcs11:"), e);
        }
    }

    private static String platform() {
        String architecture = System.getProperty("os.arch").replace("amd64", "x86_64");
        if (windows()) {
            return "windows/win-" + architecture;
        }
        return mac() ? "unix/macosx_universal" : "unix/linux-" + architecture;
    }

    private static String file() {
        if (windows()) {
            return "pkcs11wrapper.dll";
        }
        return mac() ? "libpkcs11wrapper.jnilib" : "libpkcs11wrapper.so";
    }

    static boolean windows() {
        return system().startsWith("windows");
    }

    private static boolean mac() {
        return system().startsWith("mac");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
