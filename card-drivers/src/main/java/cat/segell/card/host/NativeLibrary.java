// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.PrivateFolder;
import cat.segell.problem.KeyProblem.KeyKindUnsupported;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * The wrapper's own native library, laid into a folder of ours: left to itself the wrapper would unpack it into a folder for
 * temporary files, where others may write.
 *
 * @param folder under which one folder per version is kept
 */
record NativeLibrary(Path folder) {

    /**
     * Looks at the bytes each time: a library that is not the one we ship is replaced before anything loads it.
     *
     * @return the folder for {@code java.library.path}
     */
    Path extracted() throws ProblemException {
        byte[] content = shipped();
        String version = DigestAlgorithm.SHA256.of(content).hex().substring(0, 16);
        Path own = folder.resolve(version);
        Path library = own.resolve(System.mapLibraryName("pkcs11wrapper"));
        try {
            PrivateFolder.at(folder);
            PrivateFolder home = PrivateFolder.at(own);
            if (!Files.isRegularFile(library) || !Arrays.equals(Files.readAllBytes(library), content)) {
                Path written = home.write(UUID.randomUUID() + ".part", content);
                Files.move(written, library, StandardCopyOption.ATOMIC_MOVE);
            }
            return own;
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
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
