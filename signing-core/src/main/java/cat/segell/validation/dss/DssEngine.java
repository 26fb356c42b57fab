// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.problem.RevocationProblem;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DSS, over one file. */
final class DssEngine {

    private final CertificateSources sources;
    private final Instant now;
    private final boolean etsi;

    /** @param etsi whether reports carry that of ETSI too */
    DssEngine(CertificateSources sources, Instant now, boolean etsi) {
        this.sources = sources;
        this.now = now;
        this.etsi = etsi;
    }

    boolean etsi() {
        return etsi;
    }

    /**
     * @param differences absent where nothing follows the only signature
     * @throws RuntimeException of many types where a hostile file confuses DSS or PDFBox
     */
    Reports validate(Path file, ValidationPolicy policy, Optional<LaterDifferences> differences) {
        DSSDocument document = new FileDocument(file.toFile());
        PDFDocumentValidator validator = new PDFDocumentValidator(document);
        validator.setPdfObjFactory(new PdfFactory(file.toFile().length(), differences));
        return validate(validator, policy);
    }

    /** @throws RuntimeException of many types where a hostile file confuses DSS */
    Reports validate(SignedDocumentValidator validator, ValidationPolicy policy) {
        validator.setCertificateVerifier(sources.verifier());
        validator.setSignaturePolicyProvider(noPolicies());
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setValidationTime(Date.from(now));
        validator.setEnableEtsiValidationReport(false);
        return validator.validateDocument(policy);
    }

    boolean online() {
        return sources.online();
    }

    /** Of the services that were asked. */
    List<RevocationProblem> unanswered() {
        return sources.unanswered();
    }

    /** DSS would fetch the text of a signature policy from the address that the signature names. */
    private static SignaturePolicyProvider noPolicies() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(new MemoryDataLoader(Map.of()));
        return provider;
    }
}
