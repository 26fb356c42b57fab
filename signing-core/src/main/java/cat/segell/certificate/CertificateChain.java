// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the certificates that lie beside a key in order. */
public final class CertificateChain {

    /** Longer chains than this don't exist; one that loops ends here. */
    private static final int LONGEST = 10;

    private CertificateChain() {}

    /**
     * From the certificate up as far as the issuers reach; those that don't belong to it are left out.
     *
     * @param issuers in no order
     */
    public static List<X509Certificate> of(X509Certificate certificate, List<X509Certificate> issuers) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        Optional<X509Certificate> next = issuer(certificate, issuers);
        while (next.isPresent() && !chain.contains(next.get()) && chain.size() < LONGEST) {
            chain.add(next.get());
            next = issuer(next.get(), issuers);
        }
        return List.copyOf(chain);
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> issuers) {
        return issuers.stream().filter(each -> issued(each, certificate)).findFirst();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notThisKey) {
            return false;
        }
    }
}
