// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.ForeignSigner;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures as other programs make them: what their makers' own verifiers accept holds here too, and what they refuse doesn't. */
class ForeignSignersTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    private Path folder;

    private Path anchor;

    @BeforeEach
    void writeAnchor() {
        anchor = IssuedKey.writePem(folder.resolve("anchor.pem"), PKI.certificate());
    }

    private ForeignSigner signer(KeyKind kind) {
        return new ForeignSigner(folder, PKI.signer(kind));
    }

    private ValidationReport report(Path file) throws Exception {
        return new SigningDesk(folder).validate(file, new TrustAnchors(List.of(PKI.certificate()), false));
    }

    private Path text(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private void agrees(Path file, OtherSoftware.Answer other, String format) throws Exception {
        assertThat(other.accepts()).as(other.words()).isTrue();
        ValidationReport report = report(file);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.format()).isEqualTo(format);
            assertThat(signature.level()).isEmpty();
            assertThat(signature.signer().orElseThrow().holder()).isEqualTo("Maria Prova Inventada");
        });
        assertThat(new SigningDesk(folder).validate(file, TrustAnchors.NONE).verdict())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    /** Of a file beside a signature nobody knows whether it changed, or is another one. */
    private void agreesThatItIsAnother(Path file, OtherSoftware.Answer other, Reason... reasons) throws Exception {
        agreesThatItChanged(file, other);
        assertThat(report(file).signatures())
                .singleElement()
                .satisfies(signature -> assertThat(signature.reasons()).containsExactly(reasons));
    }

    private void agreesThatItChanged(Path file, OtherSoftware.Answer other) throws Exception {
        assertThat(other.accepts()).as(other.words()).isFalse();
        assertThat(report(file).verdict()).isEqualTo(Verdict.INVALID);
    }

    /** The same length, so that nothing but the content differs. */
    private static Path changed(Path file, String from, String to) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String whole = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(whole).contains(from);
        return Files.write(file, whole.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "P256"})
    void opensslAroundTheDocument(KeyKind kind) throws Exception {
        Path signed = signer(kind).openssl(text("acta.txt", "Acord"), ".p7m", "-nodetach");
        agrees(signed, openssl(signed), "CMS");
        agreesThatItChanged(changed(signed, "Acord", "Recte"), openssl(signed));
    }

    private OtherSoftware.Answer openssl(Path cms) {
        return OtherSoftware.opensslPlain(cms, anchor, List.of("-out", "/dev/null"));
    }

    @Test
    void opensslBesideTheDocument() throws Exception {
        Path document = text("acta.txt", "Acord");
        Path signed = Files.move(signer(KeyKind.RSA_2048).openssl(document, ".p7s"), folder.resolve("acta.txt.p7s"));
        List<String> content = List.of("-content", document.toString(), "-out", "/dev/null");
        agrees(signed, OtherSoftware.opensslPlain(signed, anchor, content), "CMS");
        Files.writeString(document, "Recte");
        agreesThatItIsAnother(signed, OtherSoftware.opensslPlain(signed, anchor, content), Reason.OTHER_ORIGINAL);
    }

    @Test
    void opensslBesideTheDocumentAndBare() throws Exception {
        Path document = text("acta.txt", "Acord");
        Path signed = Files.move(
                signer(KeyKind.RSA_2048).openssl(document, ".p7s", "-noattr"), folder.resolve("acta.txt.p7s"));
        assertThat(report(signed).verdict()).isEqualTo(Verdict.INDETERMINATE);
        List<String> content = List.of("-content", document.toString(), "-out", "/dev/null");
        Files.writeString(document, "Recte");
        agreesThatItIsAnother(
                signed, OtherSoftware.opensslPlain(signed, anchor, content), Reason.OTHER_ORIGINAL, Reason.UNBOUND);
    }

    @Test
    void opensslByPss() throws Exception {
        Path signed = signer(KeyKind.RSA_2048)
                .openssl(text("acta.txt", "Acord"), ".p7m", "-nodetach", "-keyopt", "rsa_padding_mode:pss");
        agrees(signed, openssl(signed), "CMS");
    }

    @Test
    void opensslAsEtsiWantsIt() throws Exception {
        Path signed = signer(KeyKind.P256).openssl(text("acta.txt", "Acord"), ".p7m", "-nodetach", "-cades");
        assertThat(report(signed).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(signed).signatures().getFirst().format()).isEqualTo("CAdES");
        assertThat(report(signed).signatures().getFirst().level()).contains("B");
    }

    /** What others still accept: here nobody calls it valid. */
    @ParameterizedTest
    @CsvSource({"-md sha1,ALGORITHM_WEAK", "-noattr,UNBOUND"})
    void opensslWithTooLittle(String options, Reason reason) throws Exception {
        List<String> more = new ArrayList<>(List.of("-nodetach"));
        more.addAll(List.of(options.split(" ")));
        Path signed = signer(KeyKind.RSA_2048).openssl(text("acta.txt", "Acord"), ".p7m", more.toArray(String[]::new));
        ValidationReport report = report(signed);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().reasons()).containsExactly(reason);
    }

    /** Nobody can tell, and nobody says that it is broken. */
    @Test
    void opensslWithoutTheCertificate() throws Exception {
        Path signed = signer(KeyKind.RSA_2048).openssl(text("acta.txt", "Acord"), ".p7m", "-nodetach", "-nocerts");
        assertThat(openssl(signed).accepts()).isFalse();
        ValidationReport report = report(signed);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.CERT_MISSING);
        assertThat(report(changed(signed, "Acord", "Recte")).verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048,rsa-sha256", "RSA_2048,rsa-sha512", "P256,ecdsa-sha256"})
    void xmlsecInsideTheDocument(KeyKind kind, String method) throws Exception {
        Path signed = signer(kind).xmlsecEnveloped(text("acta.xml", "<acta><p>Acord</p></acta>"), method);
        agrees(signed, OtherSoftware.xmlsec(signed, anchor, folder), "XML");
        agreesThatItChanged(changed(signed, "Acord", "Recte"), OtherSoftware.xmlsec(signed, anchor, folder));
    }

    /** A plain signature says nothing of itself: whoever adds a date or a role to it has made it another's word. */
    @Test
    void whatNobodySignedIsNotTheSignersWord() throws Exception {
        Path signed =
                signer(KeyKind.P256).xmlsecEnveloped(text("acta.xml", "<acta><p>Acord</p></acta>"), "ecdsa-sha256");
        String claims = "<ds:Object><x:QualifyingProperties xmlns:x=\"http://uri.etsi.org/01903/v1.3.2#\">"
                + "<x:SignedProperties Id=\"p\"><x:SignedSignatureProperties><x:SigningTime>2020-01-01T00:00:00Z"
                + "</x:SigningTime></x:SignedSignatureProperties></x:SignedProperties></x:QualifyingProperties></ds:Object>";
        Files.writeString(signed, Files.readString(signed).replace("</ds:Signature>", claims + "</ds:Signature>"));
        assertThat(OtherSoftware.xmlsec(signed, anchor, folder).accepts()).isTrue();
        ValidationReport report = report(signed);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.COVERS_PART);
    }

    @Test
    void jwcryptoAroundTheDocument() throws Exception {
        for (String algorithm : List.of("RS256", "PS256")) {
            Path signed = signer(KeyKind.RSA_2048).jwcrypto(text("acta.txt", "Acord"), algorithm);
            agrees(signed, OtherSoftware.jwcrypto(signed, List.of()), "JSON");
        }
        Path signed = signer(KeyKind.P256).jwcrypto(text("acta.txt", "Acord"), "ES256");
        agrees(signed, OtherSoftware.jwcrypto(signed, List.of()), "JSON");
        agreesThatItChanged(changed(signed, "QWNvcmQ", "UmVjdGU"), OtherSoftware.jwcrypto(signed, List.of()));
    }

    /** Its header, with the certificate, is longer than what tells other kinds of files. */
    @Test
    void jwcryptoInTheCompactForm() throws Exception {
        Path signed = signer(KeyKind.RSA_2048).jwcrypto(text("acta.txt", "Acord"), "RS256", "compact");
        agrees(signed, OtherSoftware.jwcrypto(signed, List.of()), "JSON");
        agreesThatItChanged(changed(signed, "QWNvcmQ", "UmVjdGU"), OtherSoftware.jwcrypto(signed, List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "RSA_3072"})
    void openPdf(KeyKind kind) throws Exception {
        Path signed = signer(kind).openPdf(TestPdf.pages(folder.resolve("acta.pdf"), 2));
        agrees(signed, OtherSoftware.pdfsig(signed), "PDF");
        agreesThatItChanged(
                changed(signed, "[0.0 0.0 612.0 792.0]", "[0.0 0.0 612.0 791.0]"), OtherSoftware.pdfsig(signed));
        assertThat(report(signed).signatures().getFirst().reasons()).contains(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void openPdfAsItWasDoneLongAgo() throws Exception {
        Path signed = signer(KeyKind.RSA_2048).openPdfOverSha1(TestPdf.pages(folder.resolve("acta.pdf"), 1));
        assertThat(report(signed).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }
}
