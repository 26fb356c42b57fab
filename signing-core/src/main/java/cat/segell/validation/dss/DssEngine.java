// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.PracticeMark;
import cat.segell.trust.TrustAnchors;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** One run of DSS over one file, without any source that would open a connection. */
final class DssEngine {

    private DssEngine() {}

    /** @throws RuntimeException of many types where a hostile file confuses DSS or PDFBox */
    static Reports validate(
            Path file, TrustAnchors anchors, ValidationPolicy policy, LaterDifferences differences, Instant now) {
        DSSDocument document = new FileDocument(file.toFile());
        PDFDocumentValidator validator = new PDFDocumentValidator(document);
        validator.setCertificateVerifier(verifier(anchors));
        validator.setSignaturePolicyProvider(noPolicies());
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setValidationTime(Date.from(now));
        validator.setEnableEtsiValidationReport(false);
        PdfBoxNativeObjectFactory pdf = new PdfBoxNativeObjectFactory();
        pdf.setPdfDifferencesFinder(differences);
        validator.setPdfObjFactory(pdf);
        return validator.validateDocument(policy);
    }

    /** Without issuers' addresses, OCSP and CRLs: only what the document and the anchors hold. */
    private static CommonCertificateVerifier verifier(TrustAnchors anchors) {
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
        return verifier;
    }

    /** DSS would fetch the text of a signature policy from the address that the signature names. */
    private static SignaturePolicyProvider noPolicies() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(new MemoryDataLoader(Map.of()));
        return provider;
    }
}
