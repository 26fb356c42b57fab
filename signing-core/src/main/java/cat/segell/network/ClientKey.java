// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key file (PKCS#12) with which a service knows whoever asks it. What the service shows is checked as always. */
public final class ClientKey {

    private final SSLContext context;

    private ClientKey(SSLContext context) {
        this.context = context;
    }

    /**
     * @param password of file and key
     * @throws IOException where the file can't be read, or holds no key for this password
     */
    public static ClientKey read(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new ClientKey(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    SSLContext context() {
        return context;
    }
}
