// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentEncrypted;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * What it means for a document that DSS or PDFBox failed at it. They throw exceptions of many types at malformed files, and
 * where a file is nested or packed without measure the Java machine itself gives up: the memory that was asked for is free
 * again then, and the other documents go on.
 */
public final class PdfFailure {

    private PdfFailure() {}

    /** @param failure thrown by DSS or PDFBox */
    public static DocumentProblem of(DocumentFile document, Throwable failure) {
        Path source = document.source();
        return switch (failure) {
            case InvalidPasswordException _ -> new DocumentEncrypted(source);
            case StackOverflowError _, OutOfMemoryError _ -> new DocumentTooDemanding(source);
            default -> new DocumentDamaged(source);
        };
    }
}
