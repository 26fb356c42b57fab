// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.DocumentProblem.DocumentDoctype;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.DocumentProblem.RevisionBroken;
import cat.segell.problem.DocumentProblem.RevisionUnknown;
import cat.segell.problem.ProblemException;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.Revisions;
import cat.segell.validation.coverage.DocumentBomb;
import cat.segell.validation.coverage.SignedKind;
import cat.segell.validation.dss.SignatureDictionary.Range;
import cat.segell.xml.XmlDoctype;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Of a PDF its first bytes, of other formats what EU DSS finds signed. */
public final class DssRevisions implements Revisions {

    private static final int BUFFER = 1 << 16;

    @Override
    public Path signedBy(DocumentFile document, int number) throws ProblemException {
        Path place = document.work().newFile();
        try {
            SignedKind kind = SignedKind.of(document.copy());
            if (kind == SignedKind.PDF || DocumentKind.isPdf(document.source(), document.copy())) {
                pdf(document, number, place);
            } else {
                new SignedFile(document, kind, OriginalDocument.NONE).signedBy(number, place);
            }
            return place;
        } catch (DocumentBomb e) {
            throw new ProblemException(new DocumentTooDemanding(document.source()), e);
        } catch (XmlDoctype e) {
            throw new ProblemException(new DocumentDoctype(document.source()), e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }

    private static void pdf(DocumentFile document, int number, Path place) throws ProblemException, IOException {
        PdfStructure.requireHeader(document);
        UnpackedSize.requireModest(document);
        try (SignedPdf pdf = SignedPdf.open(document.copy())) {
            List<SignatureDictionary> signatures = pdf.signaturesInOrder();
            guardNumber(document, number, signatures.size());
            Optional<Range> range = signatures.get(number - 1).range();
            long end = range.map(Range::end).orElse(0L);
            if (end == 0 || end > document.size()) {
                throw new ProblemException(new RevisionBroken(document.source(), number));
            }
            copy(document.copy(), end, place);
        }
    }

    static void guardNumber(DocumentFile document, int number, int signatures) throws ProblemException {
        if (number < 1 || number > signatures) {
            throw new ProblemException(new RevisionUnknown(document.source(), number, signatures));
        }
    }

    private static void copy(Path from, long length, Path place) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(place)) {
            for (long left = length; left > 0; ) {
                byte[] part = in.readNBytes((int) Math.min(left, BUFFER));
                if (part.length == 0) {
                    throw new IOException("it became shorter");
                }
                out.write(part);
                left -= part.length;
            }
        }
    }
}
