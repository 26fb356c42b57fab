// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.PracticeMark;
import cat.segell.problem.RevocationProblem;
import cat.segell.trust.TrustAnchors;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.alerts.DSSExternalResourceExceptionAlert;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DSS, over one file. Without a loader it opens no connection. */
final class DssEngine {

    private final TrustAnchors anchors;
    private final Optional<StatusLoader> loader;
    private final Instant now;

    /** @param loader asks what issuers say of certificates whose authority is believed; absent, only what is at hand counts */
    DssEngine(TrustAnchors anchors, Optional<StatusLoader> loader, Instant now) {
        this.anchors = anchors;
        this.loader = loader;
        this.now = now;
    }

    /** @throws RuntimeException of many types where a hostile file confuses DSS or PDFBox */
    Reports validate(Path file, ValidationPolicy policy, LaterDifferences differences) {
        DSSDocument document = new FileDocument(file.toFile());
        PDFDocumentValidator validator = new PDFDocumentValidator(document);
        PdfBoxNativeObjectFactory pdf = new PdfBoxNativeObjectFactory();
        pdf.setPdfDifferencesFinder(differences);
        validator.setPdfObjFactory(pdf);
        return validate(validator, policy);
    }

    /** @throws RuntimeException of many types where a hostile file confuses DSS */
    Reports validate(SignedDocumentValidator validator, ValidationPolicy policy) {
        validator.setCertificateVerifier(verifier());
        validator.setSignaturePolicyProvider(noPolicies());
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setValidationTime(Date.from(now));
        validator.setEnableEtsiValidationReport(false);
        return validator.validateDocument(policy);
    }

    /**
     * Issuers' certificates are never fetched: their addresses stand in certificates that nobody vouches for. Revocation is asked
     * for only where an anchor vouches for who names the address.
     */
    private CommonCertificateVerifier verifier() {
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
        verifier.setCheckRevocationForUntrustedChains(false);
        loader.ifPresent(source -> {
            OnlineOCSPSource responders = new OnlineOCSPSource(source);
            responders.setAlertOnInvalidUpdateTime(new DSSExternalResourceExceptionAlert());
            verifier.setOcspSource(responders);
            verifier.setCrlSource(new OnlineCRLSource(source));
        });
        return verifier;
    }

    boolean online() {
        return loader.isPresent();
    }

    /** Of the services that were asked. */
    List<RevocationProblem> unanswered() {
        return loader.map(StatusLoader::unanswered).orElse(List.of());
    }

    /** DSS would fetch the text of a signature policy from the address that the signature names. */
    private static SignaturePolicyProvider noPolicies() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(new MemoryDataLoader(Map.of()));
        return provider;
    }
}
