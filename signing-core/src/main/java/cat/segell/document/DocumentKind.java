// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

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
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") || startsLikePdf(file);
        }
    },

    /** Whatever there is but receipts, which speak of documents and are none. */
    ANY {
        @Override
        boolean includes(Path file) {
            return !OutputName.isReceipt(file);
        }
    };

    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

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
