// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.document.DetachedName;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.DocumentSearch.Missed;
import cat.segell.document.OutputName;
import cat.segell.pdf.PdfSignatures;
import cat.segell.pdf.ReadingCopyMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What files and folders mean as a batch: the documents that they stand for, without those that Segell itself signed and copies of them, unless
 * they are named themselves.
 *
 * @param documents to sign
 * @param leftOut inputs that are none, each with its reason: they don't keep the others from being signed
 */
public record DocumentScan(List<BatchDocument> documents, List<DocumentResult> leftOut) {

    public DocumentScan {
        documents = List.copyOf(documents);
        leftOut = List.copyOf(leftOut);
    }

    /** Of PDFs alone. */
    public static DocumentScan of(List<Path> inputs) {
        return of(inputs, DocumentKind.PDF);
    }

    /** @param kind of documents that a folder stands for */
    public static DocumentScan of(List<Path> inputs, DocumentKind kind) {
        List<BatchDocument> documents = new ArrayList<>();
        List<DocumentResult> leftOut = new ArrayList<>();
        DocumentSearch search = DocumentSearch.of(inputs, kind);
        for (Missed missed : search.missed()) {
            leftOut.add(new Failed(missed.input(), missed.problem()));
        }
        for (Found found : search.found()) {
            if (!found.named() && signedBefore(found.file())) {
                leftOut.add(new Skipped(found.file(), Optional.empty()));
            } else {
                documents.add(new BatchDocument(found.file(), found.below()));
            }
        }
        return new DocumentScan(documents, leftOut);
    }

    /**
     * By its name, and of PDFs by what is in it: others name drafts so too, and a draft that is passed over is never signed. A
     * copy for reading is of what was signed.
     */
    private static boolean signedBefore(Path file) {
        return DetachedName.isSignature(file)
                || ReadingCopyMark.isOn(file)
                || (OutputName.isSigned(file) && (!DocumentKind.isPdf(file, file) || PdfSignatures.areIn(file)));
    }
}
