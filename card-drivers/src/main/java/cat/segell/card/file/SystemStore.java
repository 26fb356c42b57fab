// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Optional;

/**
 * The operating system's store of certificates and keys, through one of the JDK's own providers.
 *
 * @param label as people know it
 * @param form how its keys sign
 */
public record SystemStore(String label, Form form, Opening opening) {

    /** How a store signs a digest that was computed elsewhere. */
    public enum Form {
        /** SunMSCAPI: its NONEwithRSA takes the bare digest; it has no such thing for elliptic curves or PSS. */
        WINDOWS,
        /** Apple: what it hands out are the JDK's own keys, which the keychain exported. */
        MACOS
    }

    /** Opens the store as it is now. */
    @FunctionalInterface
    public interface Opening {
        KeyStore open() throws GeneralSecurityException, IOException;
    }

    /** The one of the system that this JVM runs on; none on Linux. */
    public static Optional<SystemStore> ofThisSystem() {
        if (Security.getProvider("SunMSCAPI") != null) {
            return Optional.of(new SystemStore("Windows", Form.WINDOWS, () -> opened("Windows-MY", "SunMSCAPI")));
        }
        return Security.getProvider("Apple") == null
                ? Optional.empty()
                : Optional.of(new SystemStore("macOS", Form.MACOS, () -> opened("KeychainStore", "Apple")));
    }

    private static KeyStore opened(String type, String provider) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type, provider);
        store.load(null, null);
        return store;
    }
}
