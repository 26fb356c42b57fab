// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What PKCS#11 calls a return code. */
final class CkrName {

    private static final Properties NAMES = new Properties();

    static {
        try (InputStream in = CkrName.class.getResourceAsStream("ckr.properties")) {
            NAMES.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CkrName() {}

    static String hex(long code) {
        return "0x" + Long.toHexString(code);
    }

    /** @return nothing for vendors' codes and those that aren't in the standard */
    static Optional<String> of(long code) {
        return Optional.ofNullable(NAMES.getProperty(hex(code)));
    }
}
