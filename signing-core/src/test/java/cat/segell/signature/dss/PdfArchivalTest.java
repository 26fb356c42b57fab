// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.PdfConformance;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.text.Language;
import cat.segell.timestamp.TimestampHttp;
import eu.europa.esig.dss.pades.DSSFileFont;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PDF/A stays PDF/A when it is signed, seen or unseen: veraPDF says so. */
class PdfArchivalTest {

    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey SIGNER = PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void staysWhatItWas(int part) throws Exception {
        String standard = part + "b";
        Path plain = archival(part);
        assertThat(PdfConformance.violations(plain, standard)).isEmpty();
        Path logo = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB), "png", logo.toFile());
        Area area = new Area(30, 30, 220, 72);
        for (Optional<Appearance> seen : List.of(
                Optional.<Appearance>empty(),
                Optional.of(new Appearance(new Appearance.FreeSpace(false), Language.CA, Optional.of(logo))),
                Optional.of(new Appearance(new Appearance.EveryPage(area), Language.CA, Optional.of(logo))))) {
            assertThat(PdfConformance.violations(sign(plain, seen), standard))
                    .as(seen.toString())
                    .isEmpty();
        }
    }

    /** What shows that the others would be seen. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whatIsNoArchiveIsFound(int part) throws Exception {
        Path plain = folder.resolve("plain.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(plain.toFile());
        }
        assertThat(PdfConformance.violations(plain, part + "b")).isNotEmpty();
    }

    private Path sign(Path file, Optional<Appearance> seen) throws Exception {
        try (TestTsa tsa = TestTsa.start(PKI)) {
            SignatureProfile profile = new SignatureProfile(
                    Optional.of(SignatureForm.PADES),
                    SignatureLevel.T,
                    true,
                    DigestAlgorithm.SHA256,
                    false,
                    SignerClaims.NONE,
                    seen);
            return Signing.sign(folder, file, SIGNER, profile, List.of(new TimestampHttp(tsa.address(), true)));
        }
    }

    private Path archival(int part) throws IOException {
        Path file = folder.resolve("archival-" + part + ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.setVersion(part == 1 ? 1.4f : 1.7f);
            for (int number = 0; number < 2; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page);
                        InputStream font = DSSFileFont.initializeDefault().getInputStream()) {
                    content.beginText();
                    content.setFont(PDType0Font.load(document, font, true), 14);
                    content.newLineAtOffset(72, 700);
                    content.showText("Decret 2026/0412");
                    content.endText();
                }
            }
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(xmp(part).getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            PDOutputIntent intent = new PDOutputIntent(
                    document,
                    new ByteArrayInputStream(
                            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
            intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
            intent.setRegistryName("http://www.color.org");
            intent.setInfo("sRGB IEC61966-2.1");
            document.getDocumentCatalog().addOutputIntent(intent);
            document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
        return file;
    }

    private static String xmp(int part) {
        return """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>%d</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(part);
    }
}
