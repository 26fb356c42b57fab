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
import cat.segell.fixture.JdkXml;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.OtherSoftware.Answer;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.fixture.TestTsa;
import cat.segell.network.Proxies;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format, packaging, level and kind of key, accepted by software that we didn't write, which notices what was changed. */
@Tag("system")
class FormatMatrixTest {

    private static final TestPki ROOT = TestPki.create();
    private static final TestPki PKI = ROOT.subordinate("CN=Entitat de proves,O=Proves,C=ES");
    private static final TestTsa TSA = TestTsa.start(PKI);
    private static final TestStatusService STATUS = TestStatusService.start(PKI);
    private static final StatusHttp ISSUERS =
            new StatusHttp(true, Proxies.none(), InstantSource.system(), Duration.ofSeconds(30));
    private static final TrustAnchors TRUST = new TrustAnchors(List.of(PKI.certificate()), false);
    private static final String XML =
            "<?xml version=\"1.0\"?>\n<acta xmlns=\"urn:vila\"><punt n=\"1\">Aprovació</punt></acta>\n";

    @TempDir
    private Path folder;

    private Path anchor;

    @BeforeEach
    void writeAnchor() {
        anchor = IssuedKey.writePem(folder.resolve("root.pem"), ROOT.certificate());
    }

    @AfterAll
    static void stop() {
        ISSUERS.close();
        STATUS.close();
        TSA.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ATTACHED,B,RSA_2048,SHA256,false",
        "ATTACHED,LTA,RSA_3072,SHA384,true",
        "ATTACHED,T,P256,SHA256,false",
        "DETACHED,B,P384,SHA384,false",
        "DETACHED,LT,RSA_2048,SHA512,false",
        "DETACHED,LTA,RSA_2048,SHA256,true"
    })
    void opensslAcceptsCades(
            Packaging packaging, SignatureLevel level, KeyKind kind, DigestAlgorithm digest, boolean pss)
            throws IOException {
        SignatureForm form = new SignatureForm(SignatureFormat.CADES, packaging, SignatureFormat.CADES);
        Path document = Files.writeString(folder.resolve("acta número 1.txt"), "Acord primer");
        Path signed = sign(document, form, level, kind, digest, pss);
        if (packaging == Packaging.DETACHED) {
            assertThat(signed).hasFileName("acta número 1.txt-signed.p7s");
            assertAccepts(OtherSoftware.opensslDetached(signed, anchor, document));
            flip(document, 3);
            assertRefuses(OtherSoftware.opensslDetached(signed, anchor, document));
        } else {
            assertThat(signed).hasFileName("acta número 1.txt-signed.p7m");
            Path content = folder.resolve("content");
            assertAccepts(OtherSoftware.openssl(signed, anchor, content));
            assertThat(content).hasSameBinaryContentAs(document);
            flip(signed, indexOf(signed, "Acord"));
            assertRefuses(OtherSoftware.openssl(signed, anchor, content));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENVELOPED,B,RSA_2048,SHA256,false",
        "ENVELOPED,LTA,P256,SHA256,false",
        "ENVELOPING,T,RSA_4096,SHA512,false",
        "ENVELOPING,LT,P384,SHA384,false",
        "DETACHED,T,RSA_2048,SHA384,false",
        "DETACHED,LTA,P256,SHA512,false"
    })
    void xmlsecAcceptsXades(
            Packaging packaging, SignatureLevel level, KeyKind kind, DigestAlgorithm digest, boolean pss)
            throws IOException {
        SignatureForm form = new SignatureForm(SignatureFormat.XADES, packaging, SignatureFormat.XADES);
        Path document = Files.writeString(folder.resolve("acta 1.xml"), XML);
        Path signed = sign(document, form, level, kind, digest, pss);
        assertThat(signed)
                .hasFileName(packaging == Packaging.ENVELOPED ? "acta 1-signed.xml" : "acta 1.xml-signed.xsig");
        assertAccepts(OtherSoftware.xmlsec(signed, anchor, folder));
        if (packaging == Packaging.DETACHED) {
            flip(document, XML.indexOf("Aprova"));
        } else {
            Path place = signed;
            flip(place, indexOf(place, packaging == Packaging.ENVELOPED ? "Aprova" : "PD94bWw") + 4);
        }
        assertRefuses(OtherSoftware.xmlsec(signed, anchor, folder));
    }

    /** RSA-PSS by the JDK: of xmlsec1, only later versions than Debian's know it. */
    @ParameterizedTest
    @CsvSource({
        "ENVELOPED,T,RSA_2048,SHA256",
        "ENVELOPED,LT,RSA_3072,SHA512",
        "ENVELOPING,LTA,RSA_2048,SHA384",
        "DETACHED,B,RSA_2048,SHA512",
        "DETACHED,LT,RSA_2048,SHA256"
    })
    void theJdkAcceptsXadesByPss(Packaging packaging, SignatureLevel level, KeyKind kind, DigestAlgorithm digest)
            throws Exception {
        SignatureForm form = new SignatureForm(SignatureFormat.XADES, packaging, SignatureFormat.XADES);
        Path document = Files.writeString(folder.resolve("acta.xml"), XML);
        Path signed = sign(document, form, level, kind, digest, true);
        assertThat(JdkXml.accepts(signed)).isTrue();
        if (packaging == Packaging.DETACHED) {
            flip(document, XML.indexOf("Aprova"));
        } else {
            flip(signed, indexOf(signed, packaging == Packaging.ENVELOPED ? "Aprova" : "PD94bWw") + 4);
        }
        assertThat(JdkXml.accepts(signed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "T,RSA_2048,SHA384,true",
        "LT,P256,SHA256,false",
        "LT,RSA_3072,SHA512,true",
        "LTA,RSA_2048,SHA256,false",
        "LTA,P384,SHA384,false"
    })
    void popplerAcceptsPades(SignatureLevel level, KeyKind kind, DigestAlgorithm digest, boolean pss)
            throws IOException {
        Path signed = sign(TestPdf.pages(folder.resolve("acta.pdf"), 1), SignatureForm.PADES, level, kind, digest, pss);
        assertAccepts(OtherSoftware.pdfsig(signed));
        flip(signed, indexOf(signed, "/MediaBox") + 12);
        assertRefuses(OtherSoftware.pdfsig(signed));
    }

    @ParameterizedTest
    @CsvSource({
        "ATTACHED,B,RSA_2048,SHA256,false",
        "ATTACHED,LTA,RSA_2048,SHA384,true",
        "ATTACHED,T,P256,SHA512,false",
        "ATTACHED,LT,RSA_2048,SHA256,true",
        "DETACHED,B,P384,SHA256,false",
        "DETACHED,LT,P256,SHA256,false",
        "DETACHED,LTA,RSA_3072,SHA512,false"
    })
    void jwcryptoAcceptsJades(
            Packaging packaging, SignatureLevel level, KeyKind kind, DigestAlgorithm digest, boolean pss)
            throws IOException {
        SignatureForm form = new SignatureForm(SignatureFormat.JADES, packaging, SignatureFormat.JADES);
        Path document = Files.writeString(folder.resolve("acta.json"), "{\"acord\": \"primer\"}\n");
        Path signed = sign(document, form, level, kind, digest, pss);
        assertThat(signed).hasFileName("acta.json-signed.json");
        List<Path> payload = packaging == Packaging.DETACHED ? List.of(document) : List.of();
        Answer answer = OtherSoftware.jwcrypto(signed, payload);
        assertAccepts(answer);
        assertThat(answer.words()).isEqualTo(Files.readString(document));
        if (packaging == Packaging.DETACHED) {
            flip(document, 3);
        } else {
            flip(signed, indexOf(signed, "\"payload\":\"") + 14);
        }
        assertRefuses(OtherSoftware.jwcrypto(signed, payload));
    }

    @ParameterizedTest
    @CsvSource({
        "ASIC_S,B,RSA_2048,SHA256",
        "ASIC_S,T,P384,SHA512",
        "ASIC_S,LT,RSA_2048,SHA384",
        "ASIC_S,LTA,P256,SHA256",
        "ASIC_E,T,RSA_2048,SHA256",
        "ASIC_E,LTA,RSA_3072,SHA512",
        "ASIC_E,LT,P256,SHA256",
        "ASIC_E,B,P384,SHA384"
    })
    void xmlsecAcceptsWhatUnzipTakesOutOfAContainer(
            SignatureFormat format, SignatureLevel level, KeyKind kind, DigestAlgorithm digest) throws IOException {
        SignatureForm form = new SignatureForm(format, Packaging.DETACHED, SignatureFormat.XADES);
        Path document = Files.writeString(folder.resolve("acta número 1.odt"), "Acord primer");
        Path out = unzipped(sign(document, form, level, kind, digest, false));
        assertThat(out.resolve("acta número 1.odt")).hasSameBinaryContentAs(document);
        Path signatures = only(out.resolve("META-INF"), "signatures");
        assertAccepts(OtherSoftware.xmlsec(signatures, anchor, out));
        flip(out.resolve("acta número 1.odt"), 2);
        assertRefuses(OtherSoftware.xmlsec(signatures, anchor, out));
    }

    @ParameterizedTest
    @CsvSource({
        "ASIC_S,LTA,RSA_2048,SHA256,true",
        "ASIC_S,B,P384,SHA384,false",
        "ASIC_S,T,RSA_3072,SHA384,true",
        "ASIC_S,LT,P256,SHA512,false",
        "ASIC_E,B,RSA_2048,SHA256,true",
        "ASIC_E,LT,RSA_2048,SHA256,false",
        "ASIC_E,LTA,P256,SHA256,false",
        "ASIC_E,T,RSA_2048,SHA512,false"
    })
    void opensslAcceptsWhatUnzipTakesOutOfAContainer(
            SignatureFormat format, SignatureLevel level, KeyKind kind, DigestAlgorithm digest, boolean pss)
            throws IOException {
        SignatureForm form = new SignatureForm(format, Packaging.DETACHED, SignatureFormat.CADES);
        Path document = Files.writeString(folder.resolve("acta.odt"), "Acord primer");
        Path out = unzipped(sign(document, form, level, kind, digest, pss));
        Path signature = only(out.resolve("META-INF"), "signature");
        Path covered = format == SignatureFormat.ASIC_S
                ? out.resolve("acta.odt")
                : only(out.resolve("META-INF"), "ASiCManifest");
        assertAccepts(OtherSoftware.opensslDetached(signature, anchor, covered));
        if (format == SignatureFormat.ASIC_E) {
            assertThat(Files.readString(covered))
                    .contains(Base64.getEncoder()
                            .encodeToString(
                                    digest.of(Files.readAllBytes(document)).value()));
        }
        flip(covered, 2);
        assertRefuses(OtherSoftware.opensslDetached(signature, anchor, covered));
    }

    private Path unzipped(Path container) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        assertAccepts(OtherSoftware.unzip(container, out));
        return out;
    }

    private static Path only(Path in, String start) throws IOException {
        try (var files = Files.list(in)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertAccepts(Answer answer) {
        assertThat(answer.accepts()).as(answer.words()).isTrue();
    }

    private static void assertRefuses(Answer answer) {
        assertThat(answer.accepts()).as(answer.words()).isFalse();
    }

    private static void flip(Path file, int place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] = (byte) (bytes[place] == 'A' ? 'B' : 'A');
        Files.write(file, bytes);
    }

    private static int indexOf(Path file, String text) throws IOException {
        int index = Files.readString(file, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(index).isNotNegative();
        return index;
    }

    private Path sign(
            Path document,
            SignatureForm form,
            SignatureLevel level,
            KeyKind kind,
            DigestAlgorithm digest,
            boolean pss) {
        KeyInMemory key = new KeyInMemory(PKI.issue(STATUS.naming(PKI.request(TestPki.EMPLOYEE, kind), Place.OCSP)));
        List<TimestampAuthority> stamps = List.of(new TimestampHttp(TSA.address(), true));
        FormatSigner signer =
                new FormatSigner(stamps, Optional.of(new FormatExtender(stamps, TRUST, Optional.of(ISSUERS))));
        BatchRequest request = new BatchRequest(
                List.of(BatchDocument.of(document)),
                key.credential(),
                Profiles.with(form, level, digest, pss),
                Optional.empty(),
                false,
                false);
        BatchResult result = new SignBatch(key, signer, Optional.empty(), folder.resolve("home"))
                .run(request, KeyInMemory.rightPin(), _ -> {}, () -> false);
        DocumentResult end = result.documents().getFirst();
        assertThat(end).isInstanceOf(DocumentResult.Signed.class);
        DocumentResult.Signed signed = (DocumentResult.Signed) end;
        assertThat(signed.level()).isEqualTo(level);
        assertThat(signed.made().form()).isEqualTo(form);
        return signed.output();
    }
}
