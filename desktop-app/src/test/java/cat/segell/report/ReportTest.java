// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.PdfConformance;
import cat.segell.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

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

    private static String html(VerificationReport report, Language language) {
        return new String(report.html(language), StandardCharsets.UTF_8);
    }

    /** A line an element with words. */
    private static String words(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "\n")
                .replaceAll("\n+", "\n")
                .strip();
    }

    private static String golden(String name, String now) throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(Path.of("src/test/resources/cat/segell/report", name), now + "\n");
        }
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThis(Language language) throws IOException {
        String words = words(html(SampleReport.of("Maria Prova", "contracte.pdf"), language));
        assertThat(words).isEqualTo(golden("report_" + language.tag() + ".txt", words));
    }

    @Test
    void onlyOfWhatHoldsItSaysThatTheSignaturesCoverTheFile() {
        String promise = "The signatures cover the whole file.";
        assertThat(html(SampleReport.single("Maria Prova"), Language.EN)).contains(promise);
        assertThat(html(SampleReport.invalid("Maria Prova"), Language.EN)).doesNotContain(promise);
        assertThat(html(SampleReport.of("Maria Prova", "contracte.pdf"), Language.EN))
                .doesNotContain(promise);
    }

    @ParameterizedTest
    @EnumSource
    void pdfSaysTheSameAsHtml(Language language) throws IOException {
        VerificationReport report = SampleReport.of("Maria Prova", "contracte.pdf");
        try (PDDocument pdf = Loader.loadPDF(report.pdf(language))) {
            String text = bare(new PDFTextStripper().getText(pdf).replaceAll("(?m)^\\d+ / \\d+$", ""));
            assertThat(words(html(report, language)).lines())
                    .allSatisfy(line -> assertThat(text).contains(bare(line)));
        }
    }

    /** What a page breaks, and what a font has one sign for. */
    private static String bare(String text) {
        return text.replaceAll("[\u02BC\u02EE[^\\p{L}\\p{N}]]+", "");
    }

    @ParameterizedTest
    @EnumSource
    void pdfIsForEverybody(Language language) throws Exception {
        VerificationReport report = SampleReport.of("Maria Prova", "contracte.pdf");
        Path file = Files.write(folder.resolve("report.pdf"), report.pdf(language));
        assertThat(PdfConformance.violations(file, "ua1")).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
            assertThat(pdf.getDocumentInformation().getTitle()).matches("(Informe|Verification).*2.*");
            String structure = structure(pdf.getDocumentCatalog().getStructureTreeRoot());
            assertThat(structure).isEqualTo(golden("structure.txt", structure));
        }
    }

    private static String structure(PDStructureNode node) {
        StringBuilder tree = new StringBuilder();
        structure(node, "", tree);
        return tree.toString().strip();
    }

    private static void structure(PDStructureNode node, String indent, StringBuilder tree) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tree.append(indent).append(element.getStructureType()).append('\n');
                structure(element, indent + " ", tree);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pdfOfOneSignatureIsForEverybodyToo(Language language) throws Exception {
        Path file = Files.write(
                folder.resolve("report.pdf"), SampleReport.single("Maria Prova").pdf(language));
        assertThat(PdfConformance.violations(file, "ua1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</style></title><iframe src='http://example.org'>",
                "&lt;b&gt;&#x202e;",
                "]]> <![CDATA[ --> <!-- "
            })
    void whatSomebodyElseChoseStaysText(String name) {
        String html = html(SampleReport.of(name, name), Language.EN);
        assertThat(tags(html)).isEqualTo(tags(html(SampleReport.of("x", "x"), Language.EN)));
        assertThat(SampleReport.of(name, name).pdf(Language.EN)).isNotEmpty();
    }

    /** All markup, without the words of a page and of its description. */
    private static String tags(String html) {
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(match -> match.group())
                .reduce("", (one, next) -> one + "\n" + next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Egnp.fdp", "a\u2066b", "a\u0000b\u001b[31m", "a\u2028b", "\uD800", "\uFFFE"})
    void signsThatTurnOrHideAreShownAsSuch(String name) throws Exception {
        String html = html(SampleReport.of(name, name), Language.EN);
        assertThat(html).contains("\uFFFD").doesNotContain(name);
        Path file = Files.write(
                folder.resolve("report.pdf"), SampleReport.of(name, name).pdf(Language.EN));
        assertThat(PdfConformance.violations(file, "ua1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "محمد", "Ἀθηνᾶ", "👩‍⚖️", "Ђорђе", "e\u0301\u0327"})
    void scriptsThatTheFontDoesNotHaveBreakNothing(String name) throws Exception {
        assertThat(html(SampleReport.of(name, name), Language.EN)).contains(name);
        Path file = Files.write(
                folder.resolve("report.pdf"), SampleReport.of(name, name).pdf(Language.EN));
        assertThat(PdfConformance.violations(file, "ua1")).isEmpty();
    }

    @Test
    void endlessNameStaysOnThePage() throws Exception {
        String name = "x".repeat(10_000);
        Path file = Files.write(
                folder.resolve("report.pdf"), SampleReport.of(name, name).pdf(Language.EN));
        assertThat(PdfConformance.violations(file, "ua1")).isEmpty();
    }

    @Test
    void pageNeedsNothingBesideIt() {
        String html = html(SampleReport.of("Maria Prova", "contracte.pdf"), Language.EN);
        assertThat(html)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script", "<link", "src=", "href=", "url(", "@import", "http:", "https:");
        assertThat(html.split("<style>", -1)).hasSize(2);
    }

    @Test
    void identityNumbersAreMasked() {
        assertThat(html(SampleReport.of("Maria Prova", "contracte.pdf"), Language.EN))
                .contains("***4567**")
                .doesNotContain("12345678Z");
    }
}
