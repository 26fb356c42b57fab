// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.PracticeMark;
import cat.segell.problem.RevocationProblem;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.list.TrustedLists;
import cat.segell.trust.revocation.StatusHttp;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.alerts.DSSExternalResourceExceptionAlert;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What DSS believes of one document's certificates, and whom it may ask. */
public final class CertificateSources {

    private final TrustAnchors anchors;
    private final Optional<StatusLoader> loader;

    /** @param issuers asked what they say of certificates whose authority is believed; absent, only what is at hand counts */
    public CertificateSources(TrustAnchors anchors, Optional<StatusHttp> issuers) {
        this.anchors = anchors;
        this.loader = issuers.map(StatusHttp::forOneDocument).map(StatusLoader::new);
    }

    /**
     * Issuers' certificates are never fetched: their addresses stand in certificates that nobody vouches for. Revocation is asked
     * for only where an anchor vouches for who names the address.
     */
    public CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (X509Certificate anchor : anchors.certificates()) {
            // Practice means are believed only where practice was asked for, however its authority got among the
            // anchors.
            if (anchors.practice() || !PracticeMark.isOn(anchor)) {
                trusted.addCertificate(new CertificateToken(anchor));
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        anchors.lists().flatMap(TrustedLists::source).ifPresent(verifier::addTrustedCertSources);
        verifier.setCheckRevocationForUntrustedChains(false);
        loader.ifPresent(source -> {
            OnlineOCSPSource responders = new OnlineOCSPSource(source);
            responders.setAlertOnInvalidUpdateTime(new DSSExternalResourceExceptionAlert());
            verifier.setOcspSource(responders);
            verifier.setCrlSource(new OnlineCRLSource(source));
        });
        return verifier;
    }

    /** Those that end a chain: given ones, and of the lists where they are on. */
    public List<X509Certificate> believed() {
        return verifier().getTrustedCertSources().getCertificates().stream()
                .map(CertificateToken::getCertificate)
                .toList();
    }

    boolean online() {
        return loader.isPresent();
    }

    /** Of the services that were asked. */
    public List<RevocationProblem> unanswered() {
        return loader.map(StatusLoader::unanswered).orElse(List.of());
    }
}
