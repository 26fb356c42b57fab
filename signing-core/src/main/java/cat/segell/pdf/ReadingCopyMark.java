// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What tells a copy for reading from a document, for whoever goes through a folder: an entry of the file's trailer, which is at
 * its end and needs no reader of PDF. Whoever writes the file anew takes the mark away.
 */
public final class ReadingCopyMark {

    private static final String NAME = "SegellReadingCopy";

    /** In bytes, from the end: more than any trailer of ours has. */
    private static final int TRAILER = 1024;

    private ReadingCopyMark() {}

    /** @param copy still to be saved, without object streams */
    public static void put(PDDocument copy) {
        copy.getDocument().getTrailer().setItem(COSName.getPDFName(NAME), COSBoolean.TRUE);
    }

    /** Not of what can't be read: whoever works on it finds out why. */
    public static boolean isOn(Path file) {
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(TRAILER);
            long from = Math.max(0, in.size() - TRAILER);
            while (end.hasRemaining() && in.read(end, from + end.position()) >= 0) {
                // until it is full, or the file ends
            }
            String text = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
            int trailer = text.lastIndexOf("trailer");
            return trailer >= 0 && text.indexOf("/" + NAME + " true", trailer) >= 0;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
