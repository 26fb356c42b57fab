// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.dss.FormatSigner;
import cat.segell.validation.dss.DssValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the same person has signed already. */
class DuplicateGuardTest {

    private static final TestPki PKI = TestPki.create();
    private static final SignatureForm PDF = SignatureForm.PADES;

    private final IssuedKey maria = PKI.signer(KeyKind.P256);
    private final KeyInMemory key = new KeyInMemory(maria);

    @TempDir
    private Path folder;

    private Path document() {
        return TestPdf.pages(folder.resolve("decret.pdf"), 1);
    }

    @Test
    void leavesAloneWhatThePersonHasSignedAndAsksForNoPin() throws Exception {
        Path signed = signed(key, PDF, document());
        KeyInMemory next = new KeyInMemory(maria);
        Skipped left = (Skipped) end(next, PDF, BatchDocument.of(signed));
        SignedByHolder why = left.why().orElseThrow();
        assertThat(why.file()).isEqualTo(signed);
        assertThat(why.holder()).isEqualTo("Maria Prova Inventada");
        assertThat(why.signedAt()).isPresent();
        assertThat(next.opened()).isZero();
        assertThat(folder.resolve("decret-signed-signed.pdf")).doesNotExist();
    }

    @Test
    void signsOnceMoreWhereThatIsWanted() throws Exception {
        Path signed = signed(key, PDF, document());
        assertThat(end(key, PDF, BatchDocument.of(signed).signAgain())).isInstanceOf(Signed.class);
    }

    @Test
    void anotherPersonSignsBesideTheFirst() throws Exception {
        Path signed = signed(key, PDF, document());
        KeyInMemory other = new KeyInMemory(PKI.issue(
                PKI.request("CN=Joan Prova Inventat,C=ES", KeyKind.P256).keyUsage(KeyUsage.nonRepudiation)));
        Path both = ((Signed) end(other, PDF, BatchDocument.of(signed))).output();
        // The first one's signature isn't the last of the file any more.
        assertThat(end(key, PDF, BatchDocument.of(both))).isInstanceOf(Skipped.class);
    }

    @Test
    void knowsThePersonWhoseCertificateWasRenewed() throws Exception {
        Path signed = signed(key, PDF, document());
        KeyInMemory renewed = new KeyInMemory(PKI.signer(KeyKind.P384));
        assertThat(end(renewed, PDF, BatchDocument.of(signed))).isInstanceOf(Skipped.class);
    }

    /** Else whoever wants a document to stay unsigned only had to sign it in that name. */
    @Test
    void aNameOnACertificateOfAnotherAuthorityIsNobodys() throws Exception {
        TestPki own = TestPki.create("CN=Una altra autoritat,C=ES");
        Path signed = signed(new KeyInMemory(own.signer(KeyKind.P256)), PDF, document());
        assertThat(end(key, PDF, BatchDocument.of(signed))).isInstanceOf(Signed.class);
    }

    /** Certificates are public: one proves nothing beside a signature that its key did not make. */
    @Test
    void aCertificateBesideAnotherKeysSignatureIsNobodys() throws Exception {
        Path signed = signed(key, PDF, document());
        String bytes = Files.readString(signed, StandardCharsets.ISO_8859_1);
        int contents = bytes.lastIndexOf("/Contents <");
        // At level B the value is the last in the CMS, before the zeros that fill the room.
        int digit = bytes.indexOf("0".repeat(64), contents) - 8;
        change(signed, bytes, digit, bytes.charAt(digit) == '1' ? '2' : '1');
        assertThat(end(key, PDF, BatchDocument.of(signed))).isInstanceOf(Signed.class);
    }

    @Test
    void aNamesakeWithoutANumberIsSomebodyElse() throws Exception {
        IssuedKey namesake = PKI.issue(
                PKI.request("CN=Maria Prova Inventada,C=ES", KeyKind.P256).keyUsage(KeyUsage.nonRepudiation));
        Path signed = signed(new KeyInMemory(namesake), PDF, document());
        assertThat(end(key, PDF, BatchDocument.of(signed))).isInstanceOf(Signed.class);
    }

    @Test
    void aSignatureThatBrokeIsNone() throws Exception {
        Path signed = signed(key, PDF, document());
        String bytes = Files.readString(signed, StandardCharsets.ISO_8859_1);
        int page = bytes.indexOf("/MediaBox");
        assertThat(page).isPositive();
        // Within what is signed: the page gets another size.
        int number = bytes.indexOf("5", page);
        change(signed, bytes, number, '4');
        assertThat(end(key, PDF, BatchDocument.of(signed))).isInstanceOf(Signed.class);
    }

    @Test
    void theOthersOfABatchAreSigned() throws Exception {
        Path signed = signed(key, PDF, document());
        Path fresh = TestPdf.pages(folder.resolve("acta.pdf"), 2);
        KeyInMemory next = new KeyInMemory(maria);
        List<DocumentResult> results = run(next, PDF, List.of(BatchDocument.of(signed), BatchDocument.of(fresh)));
        assertThat(results.getFirst()).isInstanceOf(Skipped.class);
        assertThat(results.getLast()).isInstanceOf(Signed.class);
        assertThat(next.opened()).isEqualTo(1);
    }

    static Stream<SignatureForm> forms() {
        return Stream.of(
                new SignatureForm(SignatureFormat.XADES, Packaging.ENVELOPED, SignatureFormat.XADES),
                SignatureForm.of(SignatureFormat.CADES),
                SignatureForm.of(SignatureFormat.JADES),
                SignatureForm.of(SignatureFormat.ASIC_S),
                SignatureForm.of(SignatureFormat.ASIC_E));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void inEveryFormatThatHoldsItsDocument(SignatureForm form) throws Exception {
        Path original = Files.writeString(folder.resolve("factura.xml"), "<factura><total>12</total></factura>");
        Path signed = signed(key, form, original);
        assertThat(end(key, form, BatchDocument.of(signed))).isInstanceOf(Skipped.class);
    }

    private static void change(Path file, String bytes, int place, char to) throws IOException {
        Files.writeString(
                file, bytes.substring(0, place) + to + bytes.substring(place + 1), StandardCharsets.ISO_8859_1);
    }

    private Path signed(KeyInMemory by, SignatureForm form, Path file) {
        return ((Signed) end(by, form, BatchDocument.of(file))).output();
    }

    private DocumentResult end(KeyInMemory by, SignatureForm form, BatchDocument document) {
        return run(by, form, List.of(document)).getFirst();
    }

    private List<DocumentResult> run(KeyInMemory by, SignatureForm form, List<BatchDocument> documents) {
        BatchRequest request = new BatchRequest(
                documents,
                by.credential(),
                Profiles.with(form, SignatureLevel.B, DigestAlgorithm.SHA256, false),
                Optional.empty(),
                false,
                false);
        return new SignBatch(
                        by, new FormatSigner(List.of(), Optional.empty()), Optional.empty(), folder.resolve("home"))
                .sparing(new DssValidator())
                .run(request, KeyInMemory.rightPin(), _ -> {}, () -> false)
                .documents();
    }
}
