// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.HostilePdf;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfSignaturesTest {

    @TempDir
    private Path folder;

    @Test
    void seesASignatureThatWasMade() throws Exception {
        assertThat(PdfSignatures.areIn(signed("a.pdf"))).isTrue();
        assertThat(PdfSignatures.areIn(prepared("b.pdf", true, new byte[] {1}))).isTrue();
    }

    /** Nobody looks twice at the others. */
    @Test
    void onlyWhereAFieldWaitsOrNothingCanBeToldItMayWait() throws Exception {
        Path none = TestPdf.withForm(folder.resolve("none.pdf"));
        assertThat(PdfSignatures.mayWaitIn(none)).isFalse();
        assertThat(PdfSignatures.mayWaitIn(signed("signed.pdf"))).isFalse();
        Path waits = folder.resolve("waits.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDAcroForm form = new PDAcroForm(document);
            form.getFields().add(new PDSignatureField(form));
            document.getDocumentCatalog().setAcroForm(form);
            document.save(waits.toFile());
        }
        assertThat(PdfSignatures.mayWaitIn(waits)).isTrue();
        byte[] cut = Arrays.copyOf(Files.readAllBytes(none), 400);
        assertThat(PdfSignatures.mayWaitIn(Files.write(folder.resolve("cut.pdf"), cut)))
                .isTrue();
        assertThat(PdfSignatures.mayWaitIn(folder.resolve("absent.pdf"))).isTrue();
    }

    /** What prepares one lays down its dictionary, and fills it in later, or never. */
    @Test
    void whatIsOnlyPreparedIsNoSignature() throws Exception {
        assertThat(PdfSignatures.areIn(TestPdf.withForm(folder.resolve("a.pdf"))))
                .isFalse();
        assertThat(PdfSignatures.areIn(prepared("b.pdf", false, new byte[] {1})))
                .as("nobody says of which bytes")
                .isFalse();
        assertThat(PdfSignatures.areIn(prepared("c.pdf", true, new byte[0])))
                .as("no value")
                .isFalse();
    }

    /** Readers that repair it show something else than those that don't. */
    @Test
    void aSignedFileThatHasToBeRepairedCarriesNone() throws Exception {
        Path file = signed("a.pdf");
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, content.substring(0, content.lastIndexOf("startxref")), StandardCharsets.ISO_8859_1);
        assertThat(PdfSignatures.areIn(file)).isFalse();
    }

    /** Nothing of it is unpacked to find out. */
    @Test
    void aSignedFileThatUnpacksWithoutMeasureCarriesNone() throws Exception {
        Path file = signed("a.pdf");
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        Path bomb = HostilePdf.packedObjects(folder.resolve("b.pdf"), UnpackedSize.LIMIT + (1 << 20), "/Type/ObjStm");
        Files.write(file, Files.readAllBytes(bomb), StandardOpenOption.APPEND);
        Files.writeString(
                file,
                "\n" + content.substring(content.lastIndexOf("startxref")),
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.APPEND);
        assertThat(PdfSignatures.areIn(file)).isFalse();
    }

    @Test
    void whatCannotBeReadCarriesNone() throws Exception {
        assertThat(PdfSignatures.areIn(folder.resolve("absent.pdf"))).isFalse();
        assertThat(PdfSignatures.areIn(HostilePdf.nested(folder.resolve("deep.pdf"), "[", "]", 200_000)))
                .isFalse();
        assertThat(PdfSignatures.areIn(HostilePdf.circleOfFields(folder.resolve("circle.pdf"))))
                .isFalse();
    }

    private Path signed(String name) {
        return TestPdf.certified(folder.resolve(name), TestPki.create().signer(KeyKind.P256));
    }

    private Path prepared(String name, boolean range, byte[] contents) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDSignature signature = new PDSignature();
            if (range) {
                COSArray bytes = new COSArray();
                for (int each : new int[] {0, 10, 20, 30}) {
                    bytes.add(COSInteger.get(each));
                }
                signature.getCOSObject().setItem(COSName.BYTERANGE, bytes);
            }
            signature.getCOSObject().setItem(COSName.CONTENTS, new COSString(contents));
            field.setValue(signature);
            document.save(file.toFile());
        }
        return file;
    }
}
