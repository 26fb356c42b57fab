// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFailureTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatItMeansForTheDocument() throws Exception {
        Path source = Files.writeString(folder.resolve("a.pdf"), "%PDF-");
        assertThat(problem(source, new OutOfMemoryError())).isEqualTo(new DocumentTooDemanding(source));
        assertThat(problem(source, new StackOverflowError())).isEqualTo(new DocumentTooDemanding(source));
        assertThat(problem(source, new IOException())).isEqualTo(new DocumentDamaged(source));
        assertThat(problem(source, new IllegalArgumentException())).isEqualTo(new DocumentDamaged(source));
    }

    private DocumentProblem problem(Path source, Throwable failure) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            return PdfFailure.of(document, failure);
        }
    }
}
