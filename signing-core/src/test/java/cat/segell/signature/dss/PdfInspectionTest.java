// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfInspectionTest {

    @TempDir
    private Path folder;

    private PdfInspection inspect(Path file) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("work"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return PdfInspection.of(document);
        }
    }

    @Test
    void refusesWhatCannotBeSigned() {
        Path encrypted = TestPdf.encrypted(folder.resolve("encrypted.pdf"));
        assertThatThrownBy(() -> inspect(encrypted)).hasMessage("DOCUMENT-ENCRYPTED");
    }

    @Test
    void countsPages() throws ProblemException {
        assertThat(inspect(TestPdf.pages(folder.resolve("three.pdf"), 3)))
                .isEqualTo(new PdfInspection(3, 0, List.of()));
    }

    @Test
    void countsSignaturesThatAreThere() throws ProblemException {
        Path signed = TestPdf.certifiedForForms(
                folder.resolve("signed.pdf"), TestPki.create().signer(KeyKind.P256));
        assertThat(inspect(signed).signatures()).isOne();
    }

    @Test
    void anEmptyFieldIsNoSignature() throws ProblemException {
        assertThat(inspect(TestPdf.withForm(folder.resolve("form.pdf"))).signatures())
                .isZero();
    }
}
