// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import static cat.segell.print.Copying.copy;
import static cat.segell.print.Copying.picture;
import static cat.segell.print.Copying.text;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.TestPdf;
import cat.segell.text.Language;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of the original is seen in the copy, at its place, and nothing else. */
class SeenPagesTest {

    private static final float SCALE = 1.5f;

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Drawing {
        void on(PDDocument pdf, PDPage page) throws IOException;
    }

    private Path document(Drawing drawing) throws IOException {
        Path file = folder.resolve("acord.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            drawing.on(pdf, page);
            pdf.save(file.toFile());
        }
        return file;
    }

    /** Another thing in each corner. */
    private static void corners(PDDocument pdf, PDPage page) throws IOException {
        PDRectangle shown = page.getCropBox();
        float side = Math.min(shown.getWidth(), shown.getHeight()) / 5;
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
            out.setNonStrokingColor(Color.RED);
            out.addRect(shown.getLowerLeftX(), shown.getLowerLeftY(), side, side);
            out.fill();
            out.setNonStrokingColor(Color.BLUE);
            out.addRect(shown.getUpperRightX() - side, shown.getLowerLeftY(), side, 2 * side);
            out.fill();
            out.setNonStrokingColor(Color.GREEN);
            out.addRect(shown.getLowerLeftX(), shown.getUpperRightY() - side, 2 * side, side);
            out.fill();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 595, 842", "90, 595, 842", "180, 595, 842", "270, 595, 842", "0, 842, 595", "90, 842, 595",
        "0, 2384, 3370", "90, 3370, 2384", "0, 100, 100", "270, 80, 300", "0, 1200, 90", "0, 350, 700"
    })
    void pagesAreSeenAsTheyWere(int rotation, float width, float height) throws Exception {
        Path file = document((pdf, page) -> {
            page.setMediaBox(new PDRectangle(-20, 30, width + 50, height + 70));
            page.setCropBox(new PDRectangle(-5, 45, width, height));
            page.setRotation(rotation);
            corners(pdf, page);
        });
        assertSame(file);
    }

    @Test
    void largeUnitsCountAndTheLargestPagesFit() throws Exception {
        Path file = document((pdf, page) -> {
            page.setUserUnit(3);
            corners(pdf, page);
        });
        Path made = copy(file, SampleSigners.valid("ANNA"), Language.CA);
        try (PDDocument pdf = Loader.loadPDF(made.toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(3 * PDRectangle.A4.getWidth());
            assertThat(pdf.getPage(0).getUserUnit()).isEqualTo(1);
        }
        Path vast = document((pdf, page) -> {
            page.setMediaBox(new PDRectangle(14_400, 7_200));
            page.setUserUnit(75_000);
            corners(pdf, page);
        });
        try (PDDocument pdf = Loader.loadPDF(
                copy(vast, SampleSigners.valid("ANNA"), Language.CA).toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(14_400);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(7_200);
        }
    }

    @Test
    void fieldsAndNotesAreSeen() throws Exception {
        Path form = TestPdf.withForm(folder.resolve("form.pdf"));
        assertThat(text(copy(form, SampleSigners.valid("ANNA"), Language.CA), 1))
                .contains("Vilaprova");
        assertSame(form);
        Path notes = document((pdf, page) -> {
            corners(pdf, page);
            page.getAnnotations().add(stamp(pdf, Color.MAGENTA));
            PDAnnotationSquare square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(100, 100, 300, 120));
            square.setInteriorColor(new PDColor(new float[] {1, 0.5f, 0}, PDDeviceRGB.INSTANCE));
            page.getAnnotations().add(square);
        });
        assertSame(notes);
        assertThat(colour(notes, 200, 150))
                .as("a note without a picture of its own")
                .isEqualTo(new Color(255, 128, 0).getRGB());
    }

    /** Filled in, and no picture yet: readers draw it. */
    @Test
    void fieldsWithoutPictureAreSeenToo() throws Exception {
        Path form = TestPdf.withForm(folder.resolve("form.pdf"));
        Path bare = folder.resolve("bare.pdf");
        try (PDDocument pdf = Loader.loadPDF(form.toFile())) {
            pdf.getDocumentCatalog().getAcroForm(null).setNeedAppearances(true);
            pdf.getPage(0).getAnnotations().getFirst().getCOSObject().removeItem(COSName.AP);
            pdf.save(bare.toFile());
        }
        assertThat(text(copy(bare, SampleSigners.valid("ANNA"), Language.CA), 1))
                .contains("Vilaprova");
    }

    @Test
    void whatIsHiddenStaysHidden() throws Exception {
        Path file = document((pdf, page) -> {
            corners(pdf, page);
            PDAnnotation hidden = stamp(pdf, Color.BLACK);
            hidden.setHidden(true);
            PDAnnotation unseen = stamp(pdf, Color.BLACK);
            unseen.setNoView(true);
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            PDOptionalContentGroup off = new PDOptionalContentGroup("Esborrany");
            layers.addGroup(off);
            layers.setGroupEnabled(off, false);
            pdf.getDocumentCatalog().setOCProperties(layers);
            PDAnnotation layered = stamp(pdf, Color.BLACK);
            layered.setOptionalContent(off);
            page.getAnnotations().add(hidden);
            page.getAnnotations().add(unseen);
            page.getAnnotations().add(layered);
            try (PDPageContentStream out =
                    new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
                out.beginMarkedContent(COSName.OC, off);
                out.addRect(200, 400, 200, 200);
                out.fill();
                out.endMarkedContent();
            }
        });
        assertSame(file);
        assertThat(colour(file, 300, 500)).isEqualTo(Color.WHITE.getRGB());
    }

    /** Whoever leaves the state of drawing upside down draws nothing beside the page. */
    @Test
    void noPageDrawsOverTheStrip() throws Exception {
        Path file = document((pdf, page) -> {
            PDStream unbalanced = new PDStream(pdf);
            try (OutputStream out = unbalanced.createOutputStream()) {
                out.write("Q Q Q Q 0.1 0 0 0.1 0 0 cm /Missing gs BT 5 Tr 0 g -9000 -9000 99999 99999 re f W n q q q\n"
                        .getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(unbalanced);
            PDAnnotation over = stamp(pdf, Color.BLACK);
            over.setRectangle(new PDRectangle(-3000, -3000, 9000, 9000));
            page.getAnnotations().add(over);
        });
        VerificationCode code = VerificationCode.of("A1", Optional.of("https://seu.example/{csv}"));
        Path made = copy(file, new ReadingCopy(SampleSigners.valid("ANNA"), Optional.of(code), Language.CA));
        assertThat(ReadingCopyTest.scanned(below(picture(made, 0, 3), top(picture(made, 0, SCALE)) / SCALE * 3)))
                .isEqualTo("https://seu.example/A1");
        assertThat(text(made, 1)).contains("Còpia per a lectura.");
    }

    /** Turned, shifted, and in a box of another size. */
    private static PDAnnotation stamp(PDDocument pdf, Color colour) throws IOException {
        PDAppearanceStream drawn = new PDAppearanceStream(pdf);
        drawn.setBBox(new PDRectangle(10, 20, 40, 30));
        drawn.setMatrix(Matrix.getRotateInstance(Math.toRadians(90), 5, 6).createAffineTransform());
        drawn.setResources(new PDResources());
        try (PDPageContentStream out = new PDPageContentStream(pdf, drawn)) {
            out.setNonStrokingColor(colour);
            out.addRect(10, 20, 40, 10);
            out.addRect(10, 20, 10, 30);
            out.fill();
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(drawn);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(250, 300, 160, 90));
        stamp.setAppearance(appearance);
        return stamp;
    }

    private static boolean isRule(BufferedImage shown, int y, int middle) {
        for (int x = middle - 100; x < middle + 100; x++) {
            if ((shown.getRGB(x, y) & 0xFF) > 0xF4) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage below(BufferedImage page, float from) {
        int top = (int) from;
        return page.getSubimage(0, top, page.getWidth(), page.getHeight() - top);
    }

    /** On the original's page, from the lower left. */
    private static int colour(Path file, int x, int y) throws Exception {
        BufferedImage page = picture(file, 0, 1);
        return page.getRGB(x, page.getHeight() - y);
    }

    private static void assertSame(Path file) throws Exception {
        Path made = copy(file, SampleSigners.valid("ANNA"), Language.CA);
        BufferedImage copied = picture(made, 0, SCALE);
        BufferedImage original = picture(file, 0, SCALE);
        int box = top(copied);
        double smaller = Math.min(1, (double) box / original.getHeight());
        BufferedImage expected = new BufferedImage(copied.getWidth(), box, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = expected.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, expected.getWidth(), expected.getHeight());
        AffineTransform at =
                AffineTransform.getTranslateInstance((copied.getWidth() - original.getWidth() * smaller) / 2, 0);
        at.scale(smaller, smaller);
        paint.drawImage(original, at, null);
        paint.dispose();
        assertThat(smaller).isGreaterThan(0.75);
        double difference = difference(expected, copied);
        assertThat(difference).as("share of other pixels").isLessThan(0.01);
        // The measure tells a page from one that is turned.
        AffineTransform turn =
                AffineTransform.getRotateInstance(Math.PI, expected.getWidth() / 2.0, expected.getHeight() / 2.0);
        BufferedImage turned = new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(
                        expected,
                        new BufferedImage(expected.getWidth(), expected.getHeight(), BufferedImage.TYPE_INT_RGB));
        assertThat(difference(turned, copied)).isGreaterThan(5 * difference);
    }

    /** Where the strip begins. */
    private static int top(BufferedImage copied) {
        for (int y = copied.getHeight() - (int) (30 * SCALE); y > 0; y--) {
            if (isRule(copied, y, copied.getWidth() / 2)) {
                return y;
            }
        }
        throw new AssertionError("no strip");
    }

    private static double difference(BufferedImage expected, BufferedImage seen) {
        long other = 0;
        int high = expected.getHeight() - 2;
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                Color one = new Color(expected.getRGB(x, y));
                Color two = new Color(seen.getRGB(x, y));
                int apart = Math.abs(one.getRed() - two.getRed())
                        + Math.abs(one.getGreen() - two.getGreen())
                        + Math.abs(one.getBlue() - two.getBlue());
                other += apart > 200 ? 1 : 0;
            }
        }
        return (double) other / ((long) high * expected.getWidth());
    }
}
