// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampHttp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * A signed PDF that is verified again and again.
 *
 * @param good whether nobody has touched it since: then both verifiers must say the same of it
 */
record BenchPdf(String name, Path file, boolean good) {

    private static final int LINES = 45;

    /** Pixels; they don't compress: about 40 KB. */
    private static final int EMBLEM = 116;

    static List<BenchPdf> all(Path folder, IssuedKey by, TestTsa authority) throws ProblemException, IOException {
        SignatureProfile b = SignatureProfile.pades(SignatureLevel.B);
        SignatureProfile t = SignatureProfile.pades(SignatureLevel.T);
        try (TimestampHttp stamps = new TimestampHttp(authority.address(), true)) {
            Path decree = decree(folder.resolve("decree.pdf"), 2);
            Path once = Signing.sign(folder, decree, by, b, List.of());
            Path stamped = Signing.sign(folder, decree, by, t, List.of(stamps));
            Path thrice = Signing.sign(folder, Signing.sign(folder, once, by, b, List.of()), by, b, List.of());
            Path pages = Signing.sign(folder, decree(folder.resolve("report.pdf"), 40), by, b, List.of());
            Path binary = Signing.sign(folder, TestPdf.big(folder.resolve("plan.pdf"), 5 << 20), by, b, List.of());
            List<BenchPdf> all = new ArrayList<>();
            all.add(new BenchPdf("2 pages, one signature", once, true));
            all.add(new BenchPdf("2 pages, one signature with a time-stamp", stamped, true));
            all.add(new BenchPdf("2 pages, three signatures", thrice, true));
            all.add(new BenchPdf("40 pages, one signature", pages, true));
            all.add(new BenchPdf("5 MB of binary data, one signature", binary, true));
            all.add(new BenchPdf("2 pages, signed, then replaced by another update", replaced(folder, once), false));
            return all;
        }
    }

    static BenchPdf large(Path folder, IssuedKey by) throws ProblemException {
        Path file = TestPdf.big(folder.resolve("large.pdf"), 100 << 20);
        Path signed = Signing.sign(folder, file, by, SignatureProfile.pades(SignatureLevel.B), List.of());
        return new BenchPdf("100 MB of binary data, one signature", signed, true);
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** As an office writes it: text and an emblem. */
    static Path decree(Path file, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            BufferedImage emblem = new BufferedImage(EMBLEM, EMBLEM, BufferedImage.TYPE_INT_RGB);
            Random random = new Random(1);
            for (int pixel = 0; pixel < EMBLEM * EMBLEM; pixel++) {
                emblem.setRGB(pixel % EMBLEM, pixel / EMBLEM, random.nextInt());
            }
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    if (number == 1) {
                        content.drawImage(LosslessFactory.createFromImage(document, emblem), 72, 700);
                    }
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 11);
                    content.setLeading(14);
                    content.newLineAtOffset(72, 680);
                    for (int line = 1; line <= LINES; line++) {
                        content.showText(
                                "Pàgina %d, línia %d: es resol el que consta a l'expedient.".formatted(number, line));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
            return file;
        }
    }

    /** Another first page, appended as an update of objects that nobody signed. */
    private static Path replaced(Path folder, Path signed) throws IOException {
        Path file = folder.resolve("replaced.pdf");
        Files.copy(signed, file);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.addRect(72, 72, 200, 200);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getCOSObject().getCOSStream(COSName.CONTENTS).setNeedToBeUpdated(true);
            try (var out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
                document.saveIncremental(out);
            }
        }
        return file;
    }
}
