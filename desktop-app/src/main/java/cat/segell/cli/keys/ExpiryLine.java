// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.Wiring;
import cat.segell.certificate.CertificateReader;
import cat.segell.cli.Out;
import java.security.cert.X509Certificate;

/** Says beside the result, once a day, that a certificate is about to expire and how to have it renewed. */
public final class ExpiryLine {

    private ExpiryLine() {}

    public static void tell(X509Certificate certificate, Wiring wiring, Out out) {
        wiring.expiryNotices().due(CertificateReader.read(certificate)).ifPresent(soon -> {
            out.problem(soon);
            out.note(out.wrapped("  ", wiring.issuerRoutes().renewal(certificate, out.language())));
        });
    }
}
