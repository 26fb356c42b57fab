// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchDocument;
import cat.segell.signature.SignatureForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerRunTest {

    @TempDir
    private Path folder;

    private final Optional<SignatureForm> fitting = Optional.empty();

    @Test
    void nothingThereIsNothingToTell() throws Exception {
        Files.createFile(folder.resolve("other-signed.pdf"));
        assertThat(new FormerRun(Optional.empty(), fitting).files(List.of(document("deed.pdf"))))
                .isEmpty();
    }

    @Test
    void whatIsMeantToBeSignedAgainIsNotTold() throws Exception {
        Files.createFile(folder.resolve("deed-signed.pdf"));
        assertThat(new FormerRun(Optional.empty(), fitting)
                        .files(List.of(document("deed.pdf").signAgain())))
                .isEmpty();
    }

    /** A second person signs the first one's file: the numbers count on, and nothing is done twice. */
    @Test
    void whatIsSignedAlreadyIsNotTold() throws Exception {
        Files.createFile(folder.resolve("deed-signed-2.pdf"));
        assertThat(new FormerRun(Optional.empty(), fitting).files(List.of(document("deed-signed.pdf"))))
                .isEmpty();
    }

    @Test
    void theFirstChoiceOfNamesIsLookedForInTheOutputFolder() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path deed = Files.createFile(out.resolve("deed-signed.pdf"));
        Path minutes = Files.createFile(out.resolve("minutes.docx-signed.asice"));
        assertThat(new FormerRun(Optional.of(out), fitting)
                        .files(List.of(document("minutes.docx"), document("new.pdf"), document("deed.pdf"))))
                .containsExactly(minutes, deed);
        assertThat(new FormerRun(Optional.empty(), fitting).files(List.of(document("deed.pdf"))))
                .as("another folder")
                .isEmpty();
    }

    /** What is asked for names the file. */
    @Test
    void theFormTellsTheEnding() throws Exception {
        Path envelope = Files.createFile(folder.resolve("deed.pdf-signed.asice"));
        assertThat(new FormerRun(Optional.empty(), Optional.of(SignatureForm.ASIC_E))
                        .files(List.of(document("deed.pdf"))))
                .containsExactly(envelope);
    }

    /** A link that leads nowhere takes the name as well. */
    @Test
    void aLinkThatLeadsNowhereIsThere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("deed-signed.pdf"), folder.resolve("gone"));
        assertThat(new FormerRun(Optional.empty(), fitting).files(List.of(document("deed.pdf"))))
                .containsExactly(link);
    }

    private BatchDocument document(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        return new BatchDocument(file, file.getFileName());
    }
}
