// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import static cat.segell.print.Copying.copy;
import static cat.segell.print.Copying.pages;
import static cat.segell.print.Copying.text;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.TestPdf;
import cat.segell.text.Language;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingCopyTest {

    private static final TimeZone OWN = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @BeforeAll
    static void inMadrid() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Madrid"));
    }

    @AfterAll
    static void atHome() {
        TimeZone.setDefault(OWN);
    }

    private Path document(int pages) {
        return TestPdf.pages(folder.resolve("acord.pdf"), pages);
    }

    /** Whatever a page says it stays a copy: of an authentic one the law has demands that this doesn't meet. */
    @ParameterizedTest
    @EnumSource
    void neverCallsItselfAuthentic(Language language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = ReadingCopy.class.getResourceAsStream("print_" + language.tag() + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(texts).isNotEmpty();
        texts.values()
                .forEach(text -> assertThat(text.toString().toLowerCase(Locale.ROOT))
                        .doesNotContainPattern("aut[eéè]nti|compuls|certif|fefaent|fehaciente"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CA | Còpia per a lectura. L’original és el document electrònic.     | Signat per MARIA PROVA (NIF ***4567**), Cap de servei, Ajuntament de Vilaprova, el 3 de maig de 2026, segons un segell de temps   | Pàgina 2 de 3
            ES | Copia para lectura. El original es el documento electrónico.   | Firmado por MARIA PROVA (NIF ***4567**), Cap de servei, Ajuntament de Vilaprova, el 3 de mayo de 2026, según un sello de tiempo   | Página 2 de 3
            EN | Copy for reading. The original is the electronic document.     | Signed by MARIA PROVA (NIF ***4567**), Cap de servei, Ajuntament de Vilaprova, on 3 May 2026, according to a time-stamp           | Page 2 of 3
            """)
    void saysOnEachPageWhatItIsAndWhoSigned(Language language, String heading, String signed, String page)
            throws Exception {
        Path document = document(3);
        Path made = copy(document, SampleSigners.valid("MARIA PROVA"), language);
        assertThat(pages(made)).isEqualTo(3);
        assertThat(text(made, 2))
                .contains("Resolució d'alcaldia, pàgina 2", heading, signed, page)
                .contains(
                        DigestAlgorithm.SHA256.of(Files.readAllBytes(document)).hex())
                .doesNotContain("12345678");
    }

    @Test
    void saysWhatIsPracticeAndWhatCouldNotBeConfirmed() throws Exception {
        Path document = document(2);
        ValidationReport practice = SampleSigners.report(
                Verdict.INDETERMINATE, SampleSigners.signature("ANNA", Verdict.INDETERMINATE, Reason.PRACTICE));
        for (int page = 1; page <= 2; page++) {
            assertThat(text(copy(document, practice, Language.CA), page))
                    .contains("Pràctiques: sense validesa legal.")
                    .contains("No s’ha pogut confirmar la validesa de les signatures.")
                    .contains("La signatura indica aquest titular: ANNA")
                    .doesNotContain("Signat per");
        }
        ValidationReport mixed = SampleSigners.report(
                Verdict.VALID,
                SampleSigners.signature("ANNA", Verdict.VALID, Reason.PRACTICE),
                SampleSigners.signature("PERE", Verdict.VALID, Reason.PERMITTED_CHANGE));
        assertThat(text(copy(document, mixed, Language.EN), 2))
                .contains("Some of the signatures are practice: no legal value.")
                .contains("Changed after signing, in ways that the signatures permit.")
                .contains("Signed by ANNA", "Signed by PERE")
                .doesNotContain("could not be confirmed");
    }

    @Test
    void namesEntitiesAndThoseWhomNobodyKnows() throws Exception {
        ValidationReport report = SampleSigners.report(
                Verdict.INDETERMINATE, SampleSigners.seal("AJUNTAMENT DE VILAPROVA"), SampleSigners.unknown());
        assertThat(text(copy(document(1), report, Language.CA), 1))
                .contains(
                        "Segellat per l’entitat AJUNTAMENT DE VILAPROVA, el 3 de maig de 2026, segons l’ordinador de qui signa")
                .contains("No es pot identificar qui signa");
    }

    @Test
    void whatAnotherChoseNeitherSteersNorForges() throws Exception {
        String made = text(copy(document(1), SampleSigners.valid("ANNA\u202E\nSignat per PERE 漢"), Language.CA), 1);
        assertThat(made).contains("ANNA??Signat per PERE ? (NIF").doesNotContain("\u202E", "漢");
    }

    @Test
    void whoHasNoRoomIsOnTheLastPage() throws Exception {
        String[] holders = IntStream.rangeClosed(1, 90)
                .mapToObj(number -> "SIGNANT NÚMERO " + number)
                .toArray(String[]::new);
        Path made = copy(document(2), SampleSigners.valid(holders), Language.CA);
        int pages = pages(made);
        assertThat(pages).isGreaterThan(3);
        assertThat(text(made, 1))
                .contains("SIGNANT NÚMERO 1 ", "signatures més: totes són al final", "Pàgina 1 de " + pages)
                .doesNotContain("SIGNANT NÚMERO 60 ");
        StringBuilder lists = new StringBuilder();
        for (int page = 3; page <= pages; page++) {
            lists.append(text(made, page));
        }
        assertThat(lists).contains("Signatures del document").contains(holders);
        assertThat(text(made, pages)).contains("Còpia per a lectura.", "Pàgina " + pages + " de " + pages);
    }

    @Test
    void holdsTheOriginalByteForByte() throws Exception {
        Path document = document(1);
        Path made = copy(document, SampleSigners.valid("ANNA"), Language.CA);
        try (PDDocument pdf = Loader.loadPDF(made.toFile())) {
            Map<String, PDComplexFileSpecification> files =
                    pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("acord.pdf");
            PDComplexFileSpecification file = Objects.requireNonNull(files.get("acord.pdf"));
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(Files.readAllBytes(document));
            assertThat(file.getFileUnicode()).isEqualTo("acord.pdf");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
            assertThat(pdf.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF))
                    .hasSize(1);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Còpia per a lectura: acord.pdf");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ca");
            assertThat(pdf.getSignatureDictionaries()).isEmpty();
        }
        // Nobody who searches the file for parts finds those of another.
        assertThat(Files.readString(made, StandardCharsets.ISO_8859_1).split("%%EOF", -1))
                .hasSize(2);
    }

    @Test
    void isTheSameTwice() throws Exception {
        Path document = TestPdf.withForm(folder.resolve("form.pdf"));
        ReadingCopy copy = new ReadingCopy(
                SampleSigners.valid("ANNA"),
                Optional.of(VerificationCode.of("A-1", Optional.of("https://seu.example/{csv}"))),
                Language.CA);
        assertThat(copy(document, copy)).hasSameBinaryContentAs(copy(document, copy));
    }

    @Test
    void thePictureLeadsToTheAddressInWords() throws Exception {
        String address = "https://seu.example/verificacio?codi=AB%2F12";
        VerificationCode code = VerificationCode.of("AB/12", Optional.of("https://seu.example/verificacio?codi={csv}"));
        Path made = copy(document(1), new ReadingCopy(SampleSigners.valid("ANNA"), Optional.of(code), Language.CA));
        assertThat(text(made, 1))
                .contains("Codi segur de verificació (CSV): AB/12", "Comprovació de l’original: " + address);
        assertThat(scanned(Copying.picture(made, 0, 3))).isEqualTo(address);
    }

    /** The longest that can be asked for, at what an office printer can do. */
    @Test
    void camerasReadTheLongestAddressToo() throws Exception {
        String template = "https://seu.example/{csv}/";
        VerificationCode code = VerificationCode.of(
                "/".repeat(VerificationCode.LONGEST_CODE),
                Optional.of(template + "a".repeat(VerificationCode.LONGEST_TEMPLATE - template.length())));
        Path made = copy(document(1), new ReadingCopy(SampleSigners.valid("ANNA"), Optional.of(code), Language.CA));
        assertThat(scanned(Copying.picture(made, 0, 300 / 72f)))
                .isEqualTo(code.address().orElseThrow().toString());
    }

    @Test
    void aCodeWithoutAddressIsPrintedAlone() throws Exception {
        VerificationCode code = VerificationCode.of("AB-12", Optional.empty());
        Path made = copy(document(1), new ReadingCopy(SampleSigners.valid("ANNA"), Optional.of(code), Language.EN));
        assertThat(text(made, 1))
                .contains("Secure verification code (CSV): AB-12")
                .doesNotContain("http");
        assertThat(Pattern.compile("To check").matcher(text(made, 1)).find()).isFalse();
    }

    static String scanned(BufferedImage picture) throws Exception {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
