// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import static cat.segell.print.Copying.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.TestPdf;
import cat.segell.pdf.ReadingCopyMark;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the original only what is seen comes along, and it as a whole. */
class NothingActsTest {

    @TempDir
    private Path folder;

    @Test
    void scriptsActionsAndLinksStayBehind() throws Exception {
        Path file = folder.resolve("busy.pdf");
        TestPdf.withForm(file);
        Path busy = folder.resolve("acord.pdf");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            makeBusy(pdf);
            pdf.save(busy.toFile());
        }
        assertThat(keys(busy)).contains("JS", "URI", "OpenAction", "AA", "AcroForm", "Annots", "Dests");
        Path made = copy(busy, SampleSigners.valid("ANNA"), Language.CA);
        assertThat(keys(made))
                .doesNotContain(
                        "JS", "JavaScript", "URI", "OpenAction", "AA", "A", "AcroForm", "Annots", "Dests", "Outlines");
        assertThat(ReadingCopyMark.isOn(made)).isTrue();
        assertThat(ReadingCopyMark.isOn(busy)).isFalse();
        try (PDDocument pdf = Loader.loadPDF(made.toFile())) {
            assertThat(pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames())
                    .containsOnlyKeys("acord.pdf");
        }
    }

    private static void makeBusy(PDDocument pdf) throws IOException {
        PDActionJavaScript script = new PDActionJavaScript("app.alert('here')");
        pdf.getDocumentCatalog().setOpenAction(script);
        COSDictionary additional = new COSDictionary();
        additional.setItem("WC", script);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AA, additional);
        PDPage page = pdf.getPage(0);
        page.getCOSObject().setItem(COSName.AA, additional);
        PDAnnotationLink link = new PDAnnotationLink();
        PDActionURI elsewhere = new PDActionURI();
        elsewhere.setURI("https://elsewhere.example/");
        link.setAction(elsewhere);
        link.setRectangle(new PDRectangle(10, 10, 100, 100));
        page.getAnnotations().add(link);
        // Hung where drawing finds it.
        page.getResources().getCOSObject().setItem("Extra", script);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile("program.exe");
        attached.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(new byte[] {1, 2, 3})));
        files.setNames(Map.of("program.exe", attached));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        pdf.getDocumentCatalog().getCOSObject().setItem("Dests", new COSDictionary());
    }

    /** Of every dictionary of a file. */
    private static Set<String> keys(Path file) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            for (COSObjectKey each : pdf.getDocument().getXrefTable().keySet()) {
                collect(pdf.getDocument().getObjectFromPool(each).getObject(), keys);
            }
        }
        return keys;
    }

    private static void collect(COSBase base, Set<String> keys) {
        if (base instanceof COSDictionary dictionary) {
            dictionary.keySet().forEach(key -> {
                keys.add(key.getName());
                collect(dictionary.getItem(key), keys);
            });
        } else if (base instanceof COSArray array) {
            array.forEach(each -> collect(each, keys));
        }
    }

    /** A few bytes a page, without end. */
    @Test
    void refusesPagesWithoutEnd() throws Exception {
        Path file = folder.resolve("acord.pdf");
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < 20_001; i++) {
            pages.append("3 0 R ");
        }
        Files.writeString(file, plain("/Kids [" + pages + "] /Count 20001", "/MediaBox [0 0 300 300]"));
        assertThatThrownBy(() -> copy(file, SampleSigners.valid("ANNA"), Language.CA))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new DocumentTooDemanding(file)));
    }

    @Test
    void refusesContentWithoutEnd() throws Exception {
        Path file = folder.resolve("acord.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDStream large = new PDStream(pdf);
            try (var out = large.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 200; i++) {
                    out.write(blanks);
                }
            }
            for (int i = 0; i < 12; i++) {
                PDPage page = new PDPage();
                page.setContents(large);
                pdf.addPage(page);
            }
            pdf.save(file.toFile());
        }
        assertThatThrownBy(() -> copy(file, SampleSigners.valid("ANNA"), Language.CA))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new DocumentTooDemanding(file)));
    }

    /** Boxes that are nothing, turned over or no numbers, and pages without anything. */
    @Test
    void oddPagesAreCopiedAllTheSame() throws Exception {
        for (String odd : new String[] {
            "",
            "/MediaBox [0 0 0 0]",
            "/MediaBox [300 400 0 0]",
            "/MediaBox [0 0 300 400] /CropBox [900 900 950 950]",
            "/MediaBox [0 0 300 400] /Rotate 45",
            "/MediaBox [0 0 300 400] /Rotate -90 /UserUnit -3",
            "/MediaBox [/A /B /C /D]",
            "/MediaBox [0 0 99999999 99999999]",
            "/MediaBox [0 0 300 400] /Annots [null 5 /X << >> << /Subtype /Stamp >> << /Subtype /Stamp /Rect [0 0 0 0] >>]",
            "/MediaBox [0 0 300 400] /Resources 3 0 R /Group 3 0 R",
        }) {
            Path file = folder.resolve("acord.pdf");
            Files.writeString(file, plain("/Kids [3 0 R] /Count 1", odd));
            Path made = copy(file, SampleSigners.valid("ANNA"), Language.CA);
            assertThat(Copying.text(made, 1)).as(odd).contains("Còpia per a lectura.", "Pàgina 1 de 1");
        }
    }

    private static String plain(String pages, String page) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages " + pages + " >>",
            "<< /Type /Page /Parent 2 0 R " + page + " >>"
        };
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        return pdf.append(table)
                .append("trailer << /Size 4 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString();
    }
}
