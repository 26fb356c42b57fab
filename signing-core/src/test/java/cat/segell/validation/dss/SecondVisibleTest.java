// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.text.Language;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature that a page shows, in a document that others have signed. */
class SecondVisibleTest extends AtDesk {

    private static final IssuedKey OTHER =
            PKI.issue(PKI.request(TestPki.EMPLOYEE.replace("Maria", "Pere"), KeyKind.RSA_2048));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheFirstAsItWas(boolean seen) throws ProblemException {
        Path first = Signing.sign(folder, TestPdf.pages(desk.file("a.pdf"), 2), SIGNER, profile(seen), List.of());
        Path second = Signing.sign(folder, first, OTHER, profile(true), List.of());
        assertThat(desk.validate(second, TRUST).signatures())
                .extracting(SignatureReport::verdict)
                .containsExactly(Verdict.VALID, Verdict.VALID);
    }

    /** It names the colours of a document that named none. */
    @Test
    void byPlainDssToo() throws ProblemException, IOException {
        Path first = desk.sign(TestPdf.pages(desk.file("a.pdf"), 2), SIGNER);
        Path second = TestPdf.signedVisibly(first, OTHER);
        assertThat(intents(second)).isOne();
        assertThat(desk.validate(second, TRUST).signatures())
                .extracting(SignatureReport::verdict)
                .containsExactly(Verdict.VALID, Verdict.VALID);
    }

    /** A reader that follows it may show black as white. */
    @Test
    void otherColoursAreAChange() throws ProblemException, IOException {
        Path first = desk.sign(TestPdf.pages(desk.file("a.pdf"), 2), SIGNER);
        Path second = TestPdf.signedVisibly(first, OTHER);
        try (PDDocument made = Loader.loadPDF(second.toFile())) {
            COSArray intents = made.getDocumentCatalog().getCOSObject().getCOSArray(COSName.OUTPUT_INTENTS);
            COSStream profile = (COSStream) made.getDocumentCatalog()
                    .getOutputIntents()
                    .getFirst()
                    .getCOSObject()
                    .getDictionaryObject("DestOutputProfile");
            assertThat(AddedColours.areSrgb(intents)).isTrue();
            profile.setString("F", "elsewhere.icc");
            assertThat(AddedColours.areSrgb(intents)).as("in a file elsewhere").isFalse();
            profile.removeItem(COSName.getPDFName("F"));
            assertThat(AddedColours.areSrgb(intents)).isTrue();
            byte[] colours = profile.createInputStream().readAllBytes();
            colours[colours.length - 1] ^= 1;
            try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(colours);
            }
            assertThat(AddedColours.areSrgb(intents)).isFalse();
        }
    }

    private static int intents(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return pdf.getDocumentCatalog().getOutputIntents().size();
        }
    }

    private static SignatureProfile profile(boolean seen) {
        return seen
                ? Profiles.seen(new Appearance.FreeSpace(false), Language.CA)
                : SignatureProfile.pades(SignatureLevel.B);
    }
}
