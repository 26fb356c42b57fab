// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.RevisionBroken;
import cat.segell.problem.DocumentProblem.RevisionUnknown;
import cat.segell.problem.ProblemException;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.Revisions;
import cat.segell.validation.dss.SignatureDictionary.Range;
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
        return AnyKind.read(document, pdf -> ofPdf(document, pdf, number), kind -> {
            Path place = document.work().newFile();
            new SignedFile(document, kind, OriginalDocument.NONE).signedBy(number, place);
            return place;
        });
    }

    private static Path ofPdf(DocumentFile document, SignedPdf pdf, int number) throws ProblemException, IOException {
        List<SignatureDictionary> signatures = pdf.signaturesInOrder();
        guardNumber(document, number, signatures.size());
        Optional<Range> range = signatures.get(number - 1).range();
        long end = range.map(Range::end).orElse(0L);
        if (end == 0 || end > document.size()) {
            throw new ProblemException(new RevisionBroken(document.source(), number));
        }
        Path place = document.work().newFile();
        copy(document.copy(), end, place);
        return place;
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
