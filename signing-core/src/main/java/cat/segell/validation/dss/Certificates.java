// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certificates out of DSS's diagnostic data. */
final class Certificates {

    private Certificates() {}

    static Optional<X509Certificate> of(@Nullable CertificateWrapper wrapper) {
        byte[] der = wrapper == null ? null : wrapper.getBinaries();
        if (der == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
