// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import cat.segell.text.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Whether a PDF is signed, and where it waits for a signature; not what that is worth. */
public final class PdfSignatures {

    /** A form with more asks nobody. */
    private static final int MOST_WAITING = 20;

    private PdfSignatures() {}

    /**
     * Whether it carries a signature or a time-stamp of its own, as far as every reader opens it as it is. A file of which
     * that can't be told carries none: whoever works on it finds out why.
     */
    public static boolean areIn(Path file) {
        try {
            return UnpackedSize.isModest(file) && read(file);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError hostile) {
            // Of many types, as PdfFailure says.
            return false;
        }
    }

    /**
     * Whether a field may wait for a signature, found out where the file lies. One of which that can't be told may: whoever works on it finds
     * out why.
     *
     * @param file that can be read more than once
     */
    public static boolean mayWaitIn(Path file) {
        try {
            return !UnpackedSize.isModest(file) || waits(file);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError hostile) {
            return true;
        }
    }

    private static boolean waits(Path file) throws IOException {
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(file);
                PDDocument pdf = PdfStructure.parse(in, false)) {
            return !waitingFields(pdf).isEmpty();
        }
    }

    /** Names of the fields in which nobody has signed, in the order of the form, and no more of them than anybody reads. */
    public static Excerpt waiting(PDDocument pdf) {
        return shown(waitingFields(pdf).stream().map(PDSignatureField::getFullyQualifiedName));
    }

    /** All fields in which nobody has signed and that have a name, in the order of the form. */
    public static List<PDSignatureField> waitingFields(PDDocument pdf) {
        return pdf.getSignatureFields().stream()
                .filter(field -> field.getSignature() == null)
                .filter(field -> field.getFullyQualifiedName() != null)
                .toList();
    }

    /** What is shown of such names. */
    public static Excerpt shown(Stream<String> names) {
        return Excerpt.of(names, MOST_WAITING);
    }

    private static boolean read(Path file) throws IOException {
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(file);
                PDDocument pdf = PdfStructure.parse(in, false)) {
            return pdf.getSignatureDictionaries().stream().anyMatch(PdfSignatures::isMade);
        }
    }

    /** A dictionary that only says what a signature would be like is none. */
    private static boolean isMade(PDSignature signature) {
        return signature.getByteRange().length == 4 && signature.getContents().length > 0;
    }
}
