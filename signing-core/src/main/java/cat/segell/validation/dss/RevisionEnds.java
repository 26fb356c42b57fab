// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a PDF was closed for a time, by its end marks: finds what {@code PAdESUtils.extractRevisions} does, which makes two arrays of
 * each byte on the way.
 */
final class RevisionEnds {

    /** {@code %%EOF} */
    private static final long MARK = 0x25_25_45_4f_46L;

    private static final int MARK_LENGTH = 5;

    /** DSS takes a line to begin anew after so many bytes. */
    private static final int LINE = 6;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int filled;
    private int next;
    private int position;

    private RevisionEnds(InputStream in) {
        this.in = in;
    }

    /** @return from the file's start to each end mark, the end of its line included */
    static List<PdfByteRangeDocument> of(DSSDocument document) throws IOException {
        List<PdfByteRangeDocument> revisions = new ArrayList<>();
        try (InputStream in = document.openStream()) {
            RevisionEnds ends = new RevisionEnds(in);
            while (ends.findMark()) {
                int end = ends.endOfLine();
                revisions.add(new PdfByteRangeDocument(document, new ByteRange(new int[] {0, end, end, 0})));
            }
        }
        return revisions;
    }

    private boolean findMark() throws IOException {
        int line = position;
        long last = 0;
        for (int value = read(); value >= 0; value = read()) {
            last = (last << 8 | value) & 0xff_ff_ff_ff_ffL;
            int length = position - line;
            if (last == MARK && length % LINE == MARK_LENGTH) {
                return true;
            }
            if (value == '\n' || value == '\r') {
                line = position;
            }
        }
        return false;
    }

    /** A byte behind the mark that ends no line is passed over. */
    private int endOfLine() throws IOException {
        int end = position;
        int first = read();
        if (first == '\n') {
            return end + 1;
        }
        if (first == '\r') {
            return read() == '\n' ? end + 2 : end + 1;
        }
        return end;
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = in.read(buffer);
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        position++;
        return buffer[next++] & 0xff;
    }
}
