// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.document.DocumentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The signed file within its copy, byte for byte: who takes it out can check it. */
record OriginalInside(PDDocument target, CopyText text) {

    void attach(DocumentFile document) throws IOException {
        String name = text.originalName();
        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile(name);
        attached.setFileUnicode(name);
        attached.setFileDescription(text.attachment());
        // What this was made from (ISO 32000-2, table 43).
        attached.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Source");
        PDEmbeddedFile content = content(document);
        attached.setEmbeddedFile(content);
        attached.setEmbeddedFileUnicode(content);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, attached));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(target.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        target.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(attached.getCOSObject());
        target.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private PDEmbeddedFile content(DocumentFile document) throws IOException {
        try (InputStream in = Files.newInputStream(document.copy())) {
            // Packed: whoever repairs files by searching for their parts must not find those of another one in it.
            PDEmbeddedFile content = new PDEmbeddedFile(target, in, COSName.FLATE_DECODE);
            content.setSubtype("application/pdf");
            COSDictionary about = new COSDictionary();
            about.setLong(COSName.SIZE, document.size());
            content.getCOSObject().setItem(COSName.PARAMS, about);
            return content;
        }
    }
}
