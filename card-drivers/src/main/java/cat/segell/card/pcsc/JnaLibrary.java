// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.card.host.ShippedLibrary;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ReaderProblem.PcscNone;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** JNA's own native half. It has to lie where JNA looks before any other class of JNA is touched. */
final class JnaLibrary {

    /** Where JNA looks first. An installed application sets it, and nothing is written anywhere. */
    private static final String WHERE = "jna.boot.library.path";

    private static final String NEVER_UNPACK = "jna.nounpack";

    private JnaLibrary() {}

    /**
     * @param folder {@code native} in the home
     * @throws ProblemException {@code HOME-UNWRITABLE}; {@code PCSC-NONE} on a system that JNA wasn't built for
     */
    static synchronized void prepare(Path folder) throws ProblemException {
        if (System.getProperty(WHERE) == null) {
            // Reading Platform loads nothing native.
            String name = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");
            String resource = "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + name;
            System.setProperty(
                    WHERE,
                    new ShippedLibrary(name, shipped(resource)).laidInto(folder).toString());
            System.setProperty(NEVER_UNPACK, "true");
        }
    }

    private static byte[] shipped(String resource) throws ProblemException {
        try (InputStream in = Platform.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ProblemException(new PcscNone());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ProblemException(new PcscNone(), e);
        }
    }
}
