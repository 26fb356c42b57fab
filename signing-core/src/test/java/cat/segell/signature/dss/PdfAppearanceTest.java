// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestForm;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.FieldDemands;
import cat.segell.problem.DocumentProblem.FieldSigned;
import cat.segell.problem.DocumentProblem.FieldUnknown;
import cat.segell.problem.DocumentProblem.PageMissing;
import cat.segell.problem.DocumentProblem.VisibleAfterOthers;
import cat.segell.problem.DocumentProblem.VisibleCovers;
import cat.segell.problem.DocumentProblem.VisibleNoRoom;
import cat.segell.problem.DocumentProblem.VisibleOutside;
import cat.segell.problem.DocumentProblem.VisibleTooSmall;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LogoUnusable;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.visible.Logo;
import cat.segell.signature.visible.ShownPage;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature that is seen: where it was asked for, on every kind of page, and with nothing that shouldn't be read. */
class PdfAppearanceTest {

    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey SIGNER = PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256));

    @TempDir
    private Path folder;

    private static SignatureProfile seen(Place place) {
        return Profiles.seen(place, Language.CA);
    }

    private Path sign(Path file, SignatureProfile profile) throws ProblemException {
        return Signing.sign(folder, file, SIGNER, profile, List.of());
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    /** A4, turned, and cropped on every side by another amount where that is asked for. */
    private Path page(int rotation, boolean cropped) throws IOException {
        return page(rotation, cropped, false);
    }

    private Path page(int rotation, boolean cropped, boolean shifted) throws IOException {
        Path file = folder.resolve("page-" + rotation + cropped + ".pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            if (cropped) {
                page.setCropBox(new PDRectangle(40, 90, 400, 500));
            }
            if (shifted) {
                page.setMediaBox(new PDRectangle(-30, 50, 595, 842));
                page.setCropBox(new PDRectangle(-10, 60, 500, 700));
            }
            document.addPage(page);
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(file.toFile());
        }
        return file;
    }

    /** What a page shows now and didn't before, in points from its upper left corner. */
    private static Rectangle drawn(Path before, Path after, int page) throws IOException {
        BufferedImage first = rendered(before, page);
        BufferedImage second = rendered(after, page);
        assertThat(second.getWidth()).isEqualTo(first.getWidth());
        Rectangle drawn = new Rectangle(-1, -1);
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                if (first.getRGB(x, y) != second.getRGB(x, y)) {
                    drawn.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return drawn;
    }

    private static BufferedImage rendered(Path file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFRenderer(document).renderImage(page - 1);
        }
    }

    private static String words(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            StringBuilder words = new StringBuilder();
            for (PDSignatureField field : document.getSignatureFields()) {
                try (PDDocument drawn = new PDDocument()) {
                    PDPage page = new PDPage(PDRectangle.A4);
                    drawn.addPage(page);
                    PDAnnotationWidget widget = field.getWidgets().getFirst();
                    page.setResources(widget.getNormalAppearanceStream().getResources());
                    page.getCOSObject()
                            .setItem(
                                    COSName.CONTENTS,
                                    widget.getNormalAppearanceStream().getCOSObject());
                    words.append(new PDFTextStripper().getText(drawn));
                }
            }
            return words.toString();
        }
    }

    private ValidationReport report(Path file) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator().validate(document, new TrustAnchors(List.of(PKI.certificate()), false));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,false", "90,false", "180,false", "270,false", "0,true", "90,true", "180,true", "270,true"})
    void isSeenWhereItWasAskedFor(int rotation, boolean cropped) throws Exception {
        Path before = page(rotation, cropped);
        Path after = sign(before, seen(new Box(1, new Area(30, 200, 220, 80))));
        Rectangle drawn = drawn(before, after, 1);
        assertThat(new Rectangle(29, 199, 222, 82).contains(drawn))
                .as(drawn.toString())
                .isTrue();
        assertThat(drawn.width).as(drawn.toString()).isGreaterThan(100);
        assertThat(drawn.height).as(drawn.toString()).isGreaterThan(40);
        assertThat(drawn(before, after, 2).isEmpty()).isTrue();
        assertThat(report(after).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void isSeenWhereItWasAskedForOnAPageWhoseCornerIsElsewhere(int rotation) throws Exception {
        Path before = page(rotation, false, true);
        Rectangle drawn = drawn(before, sign(before, seen(new Box(1, new Area(30, 200, 220, 80)))), 1);
        assertThat(new Rectangle(29, 199, 222, 82).contains(drawn))
                .as(drawn.toString())
                .isTrue();
        assertThat(drawn.width).as(drawn.toString()).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhoForWhomAndWhenAndMasksTheNumber(Language language) throws Exception {
        String words = words(sign(page(0, false), Profiles.seen(new Box(-1, new Area(30, 200, 300, 100)), language)));
        String signed = switch (language) {
            case CA -> "Signat per";
            case ES -> "Firmado por";
            case EN -> "Signed by";
        };
        assertThat(words.replaceAll("\\s+", " "))
                .contains(signed + " Maria Prova Inventada")
                .contains("Ajuntament de Proves")
                .contains("NIF ***0000**")
                .doesNotContain("00000000T");
    }

    @Test
    void theLastPageCountsFromTheEnd() throws Exception {
        Path before = page(0, false);
        Path after = sign(before, seen(new Box(-1, new Area(30, 200, 220, 80))));
        assertThat(drawn(before, after, 1).isEmpty()).isTrue();
        assertThat(drawn(before, after, 2).isEmpty()).isFalse();
    }

    /** A page for each way to turn it, some of them cut. */
    private Path pages(int first) throws IOException {
        Path file = folder.resolve("pages-" + first + ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (int turn : new int[] {first, 0, 90, 180, 270}) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(turn);
                if (turn != first) {
                    page.setCropBox(new PDRectangle(40, 90, 400, 500));
                }
                document.addPage(page);
            }
            document.save(file.toFile());
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void isSeenAtTheSamePlaceOnEveryPage(int first) throws Exception {
        Path before = pages(first);
        Path after = sign(before, seen(new EveryPage(new Area(30, 200, 220, 80))));
        Rectangle there = drawn(before, after, 1);
        assertThat(there.width).as(there.toString()).isGreaterThan(100);
        for (int page = 2; page <= 5; page++) {
            Rectangle drawn = drawn(before, after, page);
            Rectangle near = new Rectangle(there);
            near.grow(2, 2);
            assertThat(near.contains(drawn)).as(page + ": " + drawn + there).isTrue();
            drawn.grow(2, 2);
            assertThat(drawn.contains(there)).as(page + ": " + drawn + there).isTrue();
        }
        ValidationReport report = report(after);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).hasSize(1);
    }

    @Test
    void whatEveryPageShowsIsReadToThoseWhoCannotSee() throws Exception {
        Path after = sign(pages(0), seen(new EveryPage(new Area(30, 200, 220, 80))));
        try (PDDocument document = Loader.loadPDF(after.toFile())) {
            PDAnnotation stamp = document.getPage(3).getAnnotations().getFirst();
            assertThat(stamp.getContents())
                    .contains("Signat per Maria Prova Inventada")
                    .doesNotContain("00000000T");
            assertThat(stamp.isPrinted() && stamp.isReadOnly()).isTrue();
        }
    }

    @Test
    void notesThatPagesHaveAreKept() throws Exception {
        Path file = folder.resolve("noted.pdf");
        try (PDDocument document = Loader.loadPDF(pages(0).toFile())) {
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(ShownPage.of(document.getPage(2)).rectangle(new Area(300, 20, 20, 20)));
            note.setContents("kept");
            document.getPage(2).setAnnotations(List.of(note));
            document.save(file.toFile());
        }
        Path after = sign(file, seen(new EveryPage(new Area(30, 200, 220, 80))));
        try (PDDocument document = Loader.loadPDF(after.toFile())) {
            assertThat(document.getPage(2).getAnnotations())
                    .extracting(PDAnnotation::getContents)
                    .hasSize(2)
                    .startsWith("kept");
        }
    }

    @Test
    void notesOfNoPageAreCovered() throws Exception {
        Path file = folder.resolve("noted.pdf");
        try (PDDocument document = Loader.loadPDF(pages(0).toFile())) {
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(ShownPage.of(document.getPage(4)).rectangle(new Area(100, 220, 20, 20)));
            document.getPage(4).setAnnotations(List.of(note));
            document.save(file.toFile());
        }
        assertThat(problem(() -> sign(file, seen(new EveryPage(new Area(30, 200, 220, 80))))))
                .isEqualTo(new VisibleCovers(file));
    }

    /** A scan in a format that PDFBox can't decode is seen by everybody else. */
    @ParameterizedTest
    @ValueSource(strings = {"JPXDecode", "JBIG2Decode"})
    void whatCannotBeDrawnIsNotCovered(String filter) throws Exception {
        Path file = folder.resolve("scanned.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            PDImageXObject scan = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[100]),
                    COSName.getPDFName(filter),
                    600,
                    800,
                    1,
                    PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, document.getPage(0))) {
                content.drawImage(scan, 0, 120, 595, 722);
            }
            document.save(file.toFile());
        }
        assertThat(drawn(file, sign(file, seen(new FreeSpace(false))), 1).y).isGreaterThan(722);
    }

    @Test
    void aSmallPageHasNoRoom() throws Exception {
        Path file = folder.resolve("small.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(50, 50)));
            document.save(file.toFile());
        }
        assertThat(problem(() -> sign(file, seen(new FreeSpace(false)))))
                .isEqualTo(new VisibleNoRoom(file, 1, 220, 72));
    }

    @Test
    void pagesThatOthersSignedAreNotStamped() throws Exception {
        Path once = sign(pages(0), seen(new Box(1, new Area(30, 200, 220, 80))));
        assertThat(problem(() -> sign(once, seen(new EveryPage(new Area(30, 300, 220, 80))))))
                .isEqualTo(new VisibleAfterOthers(once));
    }

    @Test
    void thePageThatHasNoSuchPlaceIsNamed() throws Exception {
        Path file = pages(0);
        assertThat(problem(() -> sign(file, seen(new EveryPage(new Area(30, 600, 220, 80))))))
                .isEqualTo(new VisibleOutside(file, 3, 500, 400));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "90,false", "180,false", "270,true"})
    void findsRoomOnTheLastPageAndEachNextOneBesideTheOthers(int rotation, boolean cropped) throws Exception {
        Path before = written(rotation, cropped);
        Path once = sign(before, seen(new FreeSpace(false)));
        Path twice = sign(once, seen(new FreeSpace(false)));
        Rectangle first = drawn(before, once, 1);
        Rectangle second = drawn(once, twice, 1);
        assertThat(first.width).as(first.toString()).isGreaterThan(100);
        assertThat(first.y).isGreaterThan((int) inked(before, 1).getMaxY()).isCloseTo(second.y, within(1));
        assertThat(second.x).isGreaterThan((int) first.getMaxX());
        assertThat(report(twice).verdict()).isEqualTo(Verdict.VALID);
    }

    /** Written on from a quarter of its height to the half, as it is shown. */
    private Path written(int rotation, boolean cropped) throws IOException {
        Path file = folder.resolve("written-" + rotation + ".pdf");
        try (PDDocument document = Loader.loadPDF(page(rotation, cropped).toFile())) {
            document.removePage(1);
            PDPage page = document.getPage(0);
            ShownPage shown = ShownPage.of(page);
            PDRectangle box = shown.rectangle(new Area(0, shown.height() / 4, shown.width(), shown.height() / 4));
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                ink.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
                ink.fill();
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static Rectangle inked(Path file, int page) throws IOException {
        BufferedImage shown = rendered(file, page);
        Rectangle inked = new Rectangle(-1, -1);
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                if ((shown.getRGB(x, y) & 0xff) < 128) {
                    inked.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return inked;
    }

    @Test
    void aPageWithoutRoomIsToldAndNotCovered() throws Exception {
        Path file = folder.resolve("full.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            try (PDPageContentStream ink = new PDPageContentStream(document, document.getPage(0))) {
                for (int line = 40; line < 842; line += 60) {
                    ink.moveTo(0, line);
                    ink.lineTo(595, line);
                    ink.stroke();
                }
            }
            document.save(file.toFile());
        }
        assertThat(problem(() -> sign(file, seen(new FreeSpace(false)))))
                .isEqualTo(new VisibleNoRoom(file, 1, 220, 72));
    }

    @Test
    void theLogoStandsBesideTheWords() throws Exception {
        BufferedImage red = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
        for (int x = 100; x < 900; x++) {
            for (int y = 0; y < 300; y++) {
                red.setRGB(x, y, 0xffff0000);
            }
        }
        Path picture = folder.resolve("logo.png");
        ImageIO.write(red, "png", picture.toFile());
        SignatureProfile plain = seen(new Box(1, new Area(30, 200, 220, 80)));
        SignatureProfile profile = new SignatureProfile(
                plain.form(),
                plain.level(),
                false,
                plain.digest(),
                false,
                SignerClaims.NONE,
                Optional.of(
                        new Appearance(plain.appearance().orElseThrow().place(), Language.CA, Optional.of(picture))));
        Path before = page(90, false);
        Path after = sign(before, profile);
        BufferedImage shown = rendered(after, 1);
        Rectangle logo = new Rectangle(-1, -1);
        Rectangle words = new Rectangle(-1, -1);
        for (int y = 195; y < 285; y++) {
            for (int x = 25; x < 255; x++) {
                Color seen = new Color(shown.getRGB(x, y));
                if (seen.getRed() > 200 && seen.getBlue() < 80) {
                    logo.add(new Rectangle(x, y, 1, 1));
                } else if (seen.getRed() < 100) {
                    words.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        assertThat(logo.width).as(logo + " " + words).isGreaterThan(30);
        assertThat(words.width).as(logo + " " + words).isGreaterThan(60);
        assertThat(logo.getMaxX()).isLessThanOrEqualTo(words.x);
        assertThat(report(after).verdict()).isEqualTo(Verdict.VALID);
        try (PDDocument document = Loader.loadPDF(after.toFile())) {
            PDResources used = document.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .getNormalAppearanceStream()
                    .getResources();
            for (COSName name : used.getXObjectNames()) {
                assertThat(used.getXObject(name).getCOSObject().containsKey(COSName.SMASK))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"text", "folder", "absent", "large", "gif", "broken", "wide"})
    void whatIsNoUsableLogoIsRefused(String kind) throws Exception {
        Path file = folder.resolve("logo.png");
        switch (kind) {
            case "text" -> Files.writeString(file, "not a picture");
            case "folder" -> Files.createDirectory(file);
            case "large" -> Files.write(file, new byte[(2 << 20) + 1]);
            case "gif" -> ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "gif", file.toFile());
            case "broken" -> {
                ImageIO.write(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
            }
            case "wide" -> ImageIO.write(new BufferedImage(4001, 1, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            default -> assertThat(file).doesNotExist();
        }
        assertThat(problem(() -> Logo.read(file))).isEqualTo(new LogoUnusable(file));
    }

    @Test
    void anEmptyFieldIsNoRoom() throws Exception {
        Path file = folder.resolve("form.pdf");
        try (PDDocument document = Loader.loadPDF(page(0, false).toFile())) {
            document.removePage(1);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(0, 0, 595, 700));
            field.getWidgets().getFirst().setPage(document.getPage(0));
            document.getPage(0).setAnnotations(List.of(field.getWidgets().getFirst()));
            form.getFields().add(field);
            document.save(file.toFile());
        }
        Path after = sign(file, seen(new FreeSpace(false)));
        assertThat(drawn(file, after, 1).getMaxY()).isLessThan(142);
    }

    @Test
    void aSecondOneIsSeenBesideTheFirstAndBothHold() throws Exception {
        Path once = sign(page(0, false), seen(new Box(1, new Area(30, 200, 220, 80))));
        Path twice = sign(once, seen(new Box(1, new Area(30, 300, 220, 80))));
        ValidationReport report = report(twice);
        assertThat(report.signatures()).hasSize(2);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(problem(() -> sign(once, seen(new Box(1, new Area(100, 240, 220, 80))))))
                .isEqualTo(new VisibleCovers(once));
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "-3", "1000000"})
    void aPageThatIsNotThereIsNamed(int page) throws Exception {
        Path file = page(0, false);
        assertThat(problem(() -> sign(file, seen(new Box(page, new Area(30, 200, 220, 80))))))
                .isEqualTo(new PageMissing(file, page, 2));
    }

    @ParameterizedTest
    @CsvSource({"400,10,200,80", "10,800,200,80", "10,10,99999,80"})
    void aBoxThatDoesNotFitIsRefused(float x, float y, float width, float height) throws Exception {
        Path file = page(0, false);
        assertThat(problem(() -> sign(file, seen(new Box(2, new Area(x, y, width, height))))))
                .isEqualTo(new VisibleOutside(file, 2, 595, 842));
    }

    /** That is said alone, also where it lies outside as well. */
    @ParameterizedTest
    @CsvSource({"10,10,30,80,30,80", "10,10,200,10,200,10", "900,10,30,80,30,80"})
    void aBoxThatNobodyReadsIsRefused(float x, float y, float width, float height, int told, int high)
            throws Exception {
        Path file = page(0, false);
        assertThat(problem(() -> sign(file, seen(new Box(2, new Area(x, y, width, height))))))
                .isEqualTo(new VisibleTooSmall(file, told, high, 60, 24));
    }

    @Test
    void aTurnedPageMeasuresAsItIsShown() throws Exception {
        Path file = page(90, true);
        assertThat(problem(() -> sign(file, seen(new Box(1, new Area(10, 390, 100, 30))))))
                .isEqualTo(new VisibleOutside(file, 1, 500, 400));
    }

    /** With two empty fields, of which one demands something. */
    private Path withFields(COSDictionary seed) {
        return TestForm.write(
                folder.resolve("fields.pdf"), List.of("Alcaldia", "Secretaria"), Map.of("Secretaria", seed));
    }

    @Test
    void aFieldIsSignedWhereItStands() throws Exception {
        Path before = withFields(new COSDictionary());
        Path after = sign(before, seen(new Field("Alcaldia")));
        Rectangle drawn = drawn(before, after, 1);
        assertThat(new Rectangle(49, 181, 202, 62).contains(drawn))
                .as(drawn.toString())
                .isTrue();
        assertThat(report(after).verdict()).isEqualTo(Verdict.VALID);
        assertThat(problem(() -> sign(after, seen(new Field("Alcaldia")))))
                .isEqualTo(new FieldSigned(after, "Alcaldia", List.of("Secretaria")));
        Path both = sign(after, seen(new Field("Secretaria")));
        assertThat(report(both).verdict()).as(report(both).toString()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithThoseThatWait() throws Exception {
        Path file = withFields(new COSDictionary());
        assertThat(problem(() -> sign(file, seen(new Field("Intervenció")))))
                .isEqualTo(new FieldUnknown(file, "Intervenció", List.of("Alcaldia", "Secretaria")));
        Path none = page(0, false);
        assertThat(problem(() -> sign(none, seen(new Field("Alcaldia")))))
                .isEqualTo(new FieldUnknown(none, "Alcaldia", List.of()));
    }

    @Test
    void whatTheFieldDemandsIsMetOrRefused() throws Exception {
        COSDictionary seed = new COSDictionary();
        seed.setInt(COSName.FF, 1 << 6);
        seed.setItem(COSName.getPDFName("DigestMethod"), COSArray.ofCOSStrings(List.of("SHA512")));
        Path file = withFields(seed);
        assertThat(problem(() -> sign(file, seen(new Field("Secretaria")))))
                .isEqualTo(new FieldDemands(file, "Secretaria", List.of("DigestMethod")));
        seed.setItem(COSName.getPDFName("DigestMethod"), COSArray.ofCOSStrings(List.of("SHA256", "SHA512")));
        assertThat(sign(withFields(seed), seen(new Field("Secretaria")))).exists();
        seed.setInt(COSName.FF, 1 << 3 | 1 << 5);
        seed.setItem(COSName.getPDFName("Reasons"), COSArray.ofCOSStrings(List.of("Aprovo")));
        Path reasons = withFields(seed);
        assertThat(problem(() -> sign(reasons, seen(new Field("Secretaria")))))
                .isEqualTo(new FieldDemands(reasons, "Secretaria", List.of("Reasons", "AddRevInfo")));
        // What is only recommended binds nobody.
        seed.setInt(COSName.FF, 0);
        assertThat(sign(withFields(seed), seen(new Field("Secretaria")))).exists();
    }

    @Test
    void aReasonThatTheFieldWantsIsMet() throws Exception {
        COSDictionary seed = new COSDictionary();
        seed.setInt(COSName.FF, 1 << 3);
        COSArray reasons = COSArray.ofCOSStrings(List.of("Aprovo"));
        // As an object of its own: what stands behind a reference counts as well.
        reasons.set(0, new COSObject(reasons.get(0), new COSObjectKey(900, 0)));
        seed.setItem(COSName.getPDFName("Reasons"), reasons);
        Path file = withFields(seed);
        assertThat(problem(() -> sign(file, seen(new Field("Secretaria")))))
                .isEqualTo(new FieldDemands(file, "Secretaria", List.of("Reasons")));
        SignatureProfile plain = seen(new Field("Secretaria"));
        SignatureProfile approving = new SignatureProfile(
                plain.form(),
                plain.level(),
                false,
                plain.digest(),
                false,
                new SignerClaims(
                        Optional.of("Aprovo"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                plain.appearance());
        assertThat(report(sign(file, approving)).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,3"})
    void aFieldWithoutRoomForWordsIsSignedWithoutThem(float width, float height) throws Exception {
        Path file = withFields(new COSDictionary());
        Path small = folder.resolve("small.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .setRectangle(new PDRectangle(50, 600, width, height));
            document.save(small.toFile());
        }
        Path signed = sign(small, seen(new Field("Alcaldia")));
        assertThat(drawn(small, signed, 1).isEmpty()).isTrue();
        assertThat(report(signed).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void theLockOfAFieldBecomesPartOfTheSignature() throws Exception {
        Path file = withFields(new COSDictionary());
        Path locking = folder.resolve("locking.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            COSDictionary lock = new COSDictionary();
            lock.setName(COSName.TYPE, "SigFieldLock");
            lock.setName("Action", "All");
            document.getSignatureFields().getFirst().getCOSObject().setItem("Lock", lock);
            document.save(locking.toFile());
        }
        Path signed = sign(locking, seen(new Field("Alcaldia")));
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            COSDictionary reference = (COSDictionary) document.getSignatureDictionaries()
                    .getFirst()
                    .getCOSObject()
                    .getCOSArray(COSName.getPDFName("Reference"))
                    .getObject(0);
            assertThat(reference.getNameAsString("TransformMethod")).isEqualTo("FieldMDP");
        }
    }

    @Test
    void otherFormatsAreNotSeen() throws Exception {
        Path text = Files.writeString(folder.resolve("acta.txt"), "Acord");
        SignatureProfile profile = seen(new Box(1, new Area(30, 200, 220, 80))).in(SignatureForm.ASIC_E);
        assertThat(problem(() -> sign(text, profile))).isEqualTo(new OptionsApart("--visible", "--format asic-e"));
        SignatureProfile fitting = new SignatureProfile(
                Optional.empty(),
                SignatureLevel.B,
                false,
                DigestAlgorithm.SHA256,
                false,
                SignerClaims.NONE,
                profile.appearance());
        assertThat(problem(() -> sign(text, fitting))).isEqualTo(new DocumentNotPdf(text));
    }
}
