// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.KeyInMemory;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.dss.FormatSigner;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who signs a PDF. */
enum PdfSigner {
    /** As a batch does: read, prepared, checked, completed, and put into its place. */
    SEGELL {
        @Override
        Path sign(Path file, Path folder, KeyInMemory key) throws Exception {
            FormatSigner signer = new FormatSigner(List.of(), Optional.empty());
            try (WorkFolder work = WorkFolder.create(folder.resolveSibling("home"));
                    DocumentFile document = DocumentFile.read(file, work);
                    OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
                PreparedDocument prepared =
                        signer.prepare(document, key.credential(), SignatureProfile.pades(SignatureLevel.B));
                byte[] value = open.sign(prepared.digest());
                if (!prepared.algorithm()
                        .verifies(key.credential().certificate().getPublicKey(), prepared.dataToSign(), value)) {
                    throw new IllegalStateException("no signature of this key");
                }
                SignedContent signed = signer.complete(prepared, value, work);
                document.guardUnchanged();
                OutputName name = OutputName.signed(file, file.getFileName(), Optional.of(folder), prepared.ending());
                return OutputFile.place(
                                signed.file(),
                                OutputFile.announce(signed.sha256().orElseThrow(), name))
                        .file();
            }
        }
    },
    /** EU DSS with its defaults. */
    PLAIN_DSS {
        @Override
        Path sign(Path file, Path folder, KeyInMemory key) throws Exception {
            PAdESSignatureParameters parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B);
            parameters.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
            parameters.setSigningCertificate(
                    new CertificateToken(key.credential().certificate()));
            parameters.setCertificateChain(
                    Stream.concat(Stream.of(key.credential().certificate()), key.credential().issuers().stream())
                            .map(CertificateToken::new)
                            .toList());
            parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSA);
            PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
            FileDocument document = new FileDocument(file.toFile());
            byte[] data = service.getDataToSign(document, parameters).getBytes();
            SignatureAlgorithm algorithm =
                    SignatureAlgorithm.of(key.credential().certificate().getPublicKey(), DigestAlgorithm.SHA256, false);
            try (OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
                byte[] value = open.sign(new cat.segell.credential.algorithm.DigestToSign(
                        algorithm.scheme(), algorithm.digest().of(data)));
                Path signed = folder.resolve(file.getFileName());
                service.signDocument(
                                document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value))
                        .save(signed.toString());
                return signed;
            }
        }
    };

    /** @return where the signed file lies, in this folder */
    abstract Path sign(Path file, Path folder, KeyInMemory key) throws Exception;
}
