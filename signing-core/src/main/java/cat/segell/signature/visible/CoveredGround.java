// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.Nowhere;
import cat.segell.signature.Appearance.OwnField;
import cat.segell.signature.Appearance.Place;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a box that was named lies over what a page shows already. */
public final class CoveredGround {

    /** A page takes a while to be drawn. */
    private static final int MOST = 10;

    private CoveredGround() {}

    /**
     * @param document a PDF that every reader opens as it is
     * @return the first page, from 1, of which something is covered; of a box for every page just the first ones are looked at
     */
    public static Optional<Integer> page(DocumentFile document, Place place) throws ProblemException {
        if (place instanceof OwnField
                || place instanceof FreeSpace
                || place instanceof Field
                || place instanceof Nowhere) {
            return Optional.empty();
        }
        try (PDDocument pdf = Loader.loadPDF(document.copy().toFile())) {
            for (Box box : boxes(place, pdf.getNumberOfPages()).toList()) {
                if (isOver(pdf, box)) {
                    return Optional.of(box.page());
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }

    private static Stream<Box> boxes(Place place, int pages) {
        return switch (place) {
            case Box(int page, var area) -> Stream.of(new Box(page < 0 ? pages + 1 + page : page, area));
            case EveryPage(var area) ->
                Stream.iterate(1, number -> number + 1)
                        .limit(Math.min(pages, MOST))
                        .map(number -> new Box(number, area));
            case OwnField _, FreeSpace _, Field _, Nowhere _ -> Stream.empty();
        };
    }

    /** One outside of the document is refused, and said so, by whoever signs. */
    private static boolean isOver(PDDocument pdf, Box box) throws IOException {
        return box.page() >= 1
                && box.page() <= pdf.getNumberOfPages()
                && ShownPage.of(pdf.getPage(box.page() - 1)).holds(box.area())
                && FreeRoom.isTaken(pdf, box.page() - 1, box.area());
    }
}
