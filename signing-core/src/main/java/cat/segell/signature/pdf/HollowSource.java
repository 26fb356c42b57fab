// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** As long as a document, and empty: PDFBox copies nothing of it, and all offsets are as if it had. */
final class HollowSource implements RandomAccessRead {

    private final long length;

    HollowSource(long length) {
        this.length = length;
    }

    @Override
    public int read() {
        return -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
        return -1;
    }

    @Override
    public long getPosition() {
        return length;
    }

    @Override
    public void seek(long position) {
        // There is nothing anywhere.
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public boolean isEOF() {
        return true;
    }

    @Override
    public RandomAccessReadView createView(long start, long count) {
        throw new UnsupportedOperationException("there is nothing to see");
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
