// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.SignBatch;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.PdfSignature;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Segell signs is accepted by software that we didn't write: Poppler (with NSS) and OpenSSL. */
@Tag("system")
class OtherSoftwareTest {

    private final TestPki root = TestPki.create();
    private final TestPki pki = root.subordinate("CN=Entitat de proves,O=Proves,C=ES");
    private final TestTsa tsa = TestTsa.start(pki);

    @TempDir
    private Path folder;

    private Path anchors;

    @BeforeEach
    void writeAnchors() {
        anchors = IssuedKey.writePem(folder.resolve("root.pem"), root.certificate());
    }

    @AfterEach
    void stop() {
        tsa.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048,false,B", "RSA_2048,false,T", "RSA_2048,true,B", "RSA_2048,true,T", "RSA_3072,false,B",
                "RSA_3072,false,T",
        "RSA_3072,true,B", "RSA_3072,true,T", "RSA_4096,false,B", "RSA_4096,false,T", "RSA_4096,true,B",
                "RSA_4096,true,T",
        "P256,false,B", "P256,false,T", "P384,false,B", "P384,false,T"
    })
    void popplerAndOpensslAccept(KeyKind kind, boolean pss, SignatureLevel level) throws Exception {
        IssuedKey signer = pki.signer(kind);
        Path signed = sign(signer, TestPdf.pages(folder.resolve("a.pdf"), 2), level, pss);
        assertThat(run("pdfsig", "-nocert", signed.toString()))
                .contains(
                        "Signature Validation: Signature is Valid.", "Total document signed", "Maria Prova Inventada");
        assertCms(signed);
        if (level == SignatureLevel.T) {
            assertTimestamp(signed);
        }
    }

    @Test
    void popplerAcceptsBothSignaturesOfADocumentSignedTwice() throws Exception {
        Path once = sign(pki.signer(KeyKind.P256), TestPdf.withForm(folder.resolve("a.pdf")), SignatureLevel.T, false);
        Path twice = sign(pki.signer(KeyKind.RSA_2048), once, SignatureLevel.T, false);
        assertThat(run("pdfsig", "-nocert", twice.toString()).split("Signature is Valid", -1))
                .hasSize(3);
    }

    @Test
    void popplerNoticesAChangedByte() throws Exception {
        Path signed =
                sign(pki.signer(KeyKind.P256), TestPdf.pages(folder.resolve("a.pdf"), 1), SignatureLevel.B, false);
        byte[] bytes = Files.readAllBytes(signed);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 12;
        bytes[place] ^= 1;
        Files.write(signed, bytes);
        assertThat(run("pdfsig", "-nocert", signed.toString()))
                .contains("Digest Mismatch")
                .doesNotContain("is Valid");
    }

    private void assertCms(Path signed) throws Exception {
        PdfSignature signature = PdfSignature.last(signed);
        Path cms = Files.write(folder.resolve("signature.cms"), signature.cms());
        Path content = Files.write(folder.resolve("content.bin"), signature.content());
        String said = run(
                "openssl",
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                cms.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                anchors.toString(),
                "-purpose",
                "any",
                "-out",
                "/dev/null");
        assertThat(said).containsIgnoringCase("verification successful");
    }

    private void assertTimestamp(Path signed) throws Exception {
        PdfSignature signature = PdfSignature.last(signed);
        Path token = Files.write(
                folder.resolve("token.der"), signature.timestamp().orElseThrow().getEncoded());
        Path value = Files.write(folder.resolve("value.bin"), signature.signer().getSignature());
        Path between = IssuedKey.writePem(folder.resolve("between.pem"), pki.certificate());
        String said = run(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                token.toString(),
                "-data",
                value.toString(),
                "-CAfile",
                anchors.toString(),
                "-untrusted",
                between.toString());
        assertThat(said).contains("Verification: OK");
    }

    private Path sign(IssuedKey by, Path file, SignatureLevel level, boolean pss) {
        KeyInMemory key = new KeyInMemory(by);
        PadesSigner signer = new PadesSigner(List.of(new TimestampHttp(tsa.address(), true)));
        SignatureProfile profile = Profiles.with(SignatureForm.PADES, level, DigestAlgorithm.SHA256, pss);
        BatchRequest request = new BatchRequest(
                List.of(BatchDocument.of(file)), key.credential(), profile, Optional.empty(), false, false);
        BatchResult result = new SignBatch(key, signer, Optional.empty(), folder.resolve("home"))
                .run(request, KeyInMemory.rightPin(), _ -> {}, () -> false);
        return ((DocumentResult.Signed) result.documents().getFirst()).output();
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
