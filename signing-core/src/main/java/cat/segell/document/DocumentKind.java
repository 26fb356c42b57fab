// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a folder stands for. */
public enum DocumentKind {

    /** By its name or by its first bytes: a broken file that calls itself PDF is told, not passed over. */
    PDF {
        @Override
        boolean includes(Path file) {
            return isPdf(file, file);
        }
    },

    /** What may hold signatures or time-stamps: PDFs, and what is called as such files of other formats are. */
    SIGNED {
        @Override
        boolean includes(Path file) {
            return PDF.includes(file)
                    || DetachedName.isSignature(file)
                    || DetachedName.isTimestamp(file)
                    || OutputName.isSigned(file);
        }
    },

    /** Whatever there is but receipts and time-stamps, which speak of documents and are none. */
    ANY {
        @Override
        boolean includes(Path file) {
            return !OutputName.isReceipt(file) && !DetachedName.isTimestamp(file);
        }
    };

    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /**
     * Whether it is a PDF, or calls itself one.
     *
     * @param content where its content lies
     */
    public static boolean isPdf(Path named, Path content) {
        return named.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") || startsLikePdf(content);
    }

    /** The same in a problem’s words. */
    Counted counted() {
        return switch (this) {
            case PDF -> Counted.PDF;
            case SIGNED -> Counted.SIGNED;
            case ANY -> Counted.ANY;
        };
    }

    /** @param file a regular one, found in a folder */
    abstract boolean includes(Path file);

    private static boolean startsLikePdf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PDF_HEADER.length), PDF_HEADER);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
