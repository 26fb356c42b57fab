// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSUpdateInfo;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** What others do to a signed file. Each method leaves the signed bytes as they are and adds an incremental update. */
final class PdfAttack {

    private PdfAttack() {}

    @FunctionalInterface
    interface Change {
        void make(PDDocument document) throws IOException;
    }

    static Path appendPage(Path file) throws IOException {
        return update(file, document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            write(document, page, "A page that nobody signed");
            dirty(page.getCOSObject());
            dirty(document.getPages().getCOSObject());
        });
    }

    /** The page keeps its object; its content is another stream. */
    static Path replaceContent(Path file) throws IOException {
        return update(file, document -> {
            PDPage page = document.getPage(0);
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createOutputStream()) {
                out.write("BT /F1 14 Tf 72 700 Td (Another text) Tj ET".getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            dirty(page.getCOSObject());
        });
    }

    /** The content stream's own object is replaced, nothing above it. */
    static Path replaceContentStream(Path file) throws IOException {
        return update(file, document -> {
            COSStream content = (COSStream) document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
            try (OutputStream out = content.createOutputStream()) {
                out.write("BT /F1 14 Tf 72 700 Td (Another text) Tj ET".getBytes(StandardCharsets.US_ASCII));
            }
            dirty(content);
        });
    }

    /** A shared font's encoding changes what the same bytes show. */
    static Path replaceFont(Path file) throws IOException {
        return update(file, document -> {
            COSDictionary fonts = (COSDictionary)
                    document.getPage(0).getResources().getCOSObject().getDictionaryObject(COSName.FONT);
            COSDictionary font = (COSDictionary)
                    fonts.getDictionaryObject(fonts.keySet().iterator().next());
            font.setName(COSName.BASE_FONT, "Symbol");
            dirty(font);
        });
    }

    static Path annotate(Path file) throws IOException {
        return update(file, document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Not what was signed");
            note.setRectangle(new PDRectangle(72, 650, 30, 30));
            PDPage page = document.getPage(0);
            page.getAnnotations().add(note);
            dirty(page.getCOSObject());
            dirty(note.getCOSObject());
        });
    }

    static Path fillIn(Path file, String value) throws IOException {
        return update(file, document -> {
            PDField field = document.getDocumentCatalog().getAcroForm(null).getField("Municipi");
            field.setValue(value);
            dirty(field.getCOSObject());
            COSDictionary appearance = field.getCOSObject().getCOSDictionary(COSName.AP);
            dirty(appearance);
            dirty(appearance.getDictionaryObject(COSName.N));
        });
    }

    /** JavaScript or another action that runs when the file is opened. */
    static Path openAction(Path file) throws IOException {
        return update(file, document -> {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, "JavaScript");
            action.setString(COSName.JS, "app.alert('x')");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
        });
    }

    /** A signature field's picture on the page whose value is the signature that is there already. */
    static Path secondPictureOfSignature(Path file) throws IOException {
        return update(file, document -> {
            COSBase value =
                    document.getSignatureFields().getFirst().getCOSObject().getItem(COSName.V);
            COSDictionary widget = new COSDictionary();
            widget.setItem(COSName.TYPE, COSName.ANNOT);
            widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
            widget.setItem(COSName.FT, COSName.SIG);
            widget.setString(COSName.T, "Cover");
            widget.setItem(COSName.V, value);
            widget.setItem(COSName.RECT, new PDRectangle(0, 600, 600, 200));
            COSArray fields = (COSArray) document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getCOSObject()
                    .getDictionaryObject(COSName.FIELDS);
            fields.add(widget);
            PDPage page = document.getPage(0);
            ((COSArray) page.getCOSObject().getDictionaryObject(COSName.ANNOTS)).add(widget);
            dirty(page.getCOSObject());
            dirty(widget);
        });
    }

    static Path changeTitle(Path file) throws IOException {
        return update(file, document -> {
            document.getDocumentInformation().setTitle("Another title");
            dirty(document.getDocumentInformation().getCOSObject());
        });
    }

    static Path append(Path file, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] added = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, all, bytes.length, added.length);
        return Files.write(beside(file), all);
    }

    static Path change(Path file, int position, int mask) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= (byte) mask;
        return Files.write(beside(file), bytes);
    }

    static Path update(Path file, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            change.make(document);
            dirty(document.getDocumentCatalog().getCOSObject());
            document.saveIncremental(out);
        }
        return Files.write(beside(file), out.toByteArray());
    }

    static Path beside(Path file) throws IOException {
        return Files.createTempFile(file.getParent(), "changed-", ".pdf");
    }

    private static void dirty(COSBase object) {
        ((COSUpdateInfo) object).setNeedToBeUpdated(true);
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 14);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }
}
