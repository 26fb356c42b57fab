// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.dss.DssValidator;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** Who verifies a file. */
enum Verifier {
    /** As {@code segell verify} does. */
    SEGELL {
        @Override
        List<String> indications(Path file, X509Certificate root, Path home) throws ProblemException, IOException {
            try (WorkFolder work = WorkFolder.create(home);
                    DocumentFile document = DocumentFile.read(file, work)) {
                return new DssValidator()
                        .validate(document, new TrustAnchors(List.of(root), false)).signatures().stream()
                                .map(SignatureReport::indication)
                                .toList();
            }
        }
    },
    /** EU DSS with its defaults, told just whom to believe. */
    PLAIN_DSS {
        @Override
        List<String> indications(Path file, X509Certificate root, Path home) {
            CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
            trusted.addCertificate(new CertificateToken(root));
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
            validator.setCertificateVerifier(verifier);
            SimpleReport report = validator.validateDocument().getSimpleReport();
            return report.getSignatureIdList().stream()
                    .map(id -> Objects.requireNonNull(report.getIndication(id)).name())
                    .toList();
        }
    };

    /** @return of each signature, in the words of ETSI EN 319 102-1 */
    abstract List<String> indications(Path file, X509Certificate root, Path home) throws ProblemException, IOException;
}
