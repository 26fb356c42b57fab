// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.document.OutputName;
import cat.segell.notary.ReceiptFiles.Laid;
import cat.segell.problem.LedgerProblem.ReceiptElsewhere;
import cat.segell.problem.LedgerProblem.ReceiptLost;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a receipt comes to lie when its own place refuses it. */
class ReceiptFilesTest {

    private final Receipt receipt = new Receipt("log.example", 16, new byte[] {1, 2, 3});

    @TempDir
    private Path folder;

    private Path document;
    private Path kept;

    @BeforeEach
    void name() {
        document = folder.resolve("act.pdf");
        kept = folder.resolve("home/receipts");
    }

    @Test
    void losesNoReceiptSilently() throws Exception {
        Files.createDirectories(kept.getParent());
        Files.createFile(kept);
        OutputName closed = refusing();
        ProblemException lost = catchThrowableOfType(
                ProblemException.class, () -> new ReceiptFiles(kept).lay(receipt, document, closed));
        assertThat(lost.problem()).isEqualTo(new ReceiptLost(document, 17, closed.folder(), kept));
    }

    @Test
    void keepsWhatItsPlaceRefuses() throws Exception {
        OutputName closed = refusing();
        Laid laid = new ReceiptFiles(kept).lay(receipt, document, closed);
        assertThat(laid.file()).isEqualTo(kept.resolve("entry-17.tlog-proof")).hasBinaryContent(receipt.proof());
        assertThat(laid.problem()).contains(new ReceiptElsewhere(document, 17, closed.folder(), laid.file()));
    }

    @Test
    void keepsWhatHasTooLongAName() throws Exception {
        Path longest = folder.resolve("a".repeat(250) + ".pdf");
        Laid laid = new ReceiptFiles(kept).lay(receipt, longest, OutputName.receipt(longest));
        assertThat(laid.file()).hasParent(kept).hasBinaryContent(receipt.proof());
    }

    @Test
    void neverWritesOverAReceiptThatIsKept() throws Exception {
        Path first = new ReceiptFiles(kept).lay(receipt, document, refusing()).file();
        Receipt ofAnotherLog = new Receipt("other.example", 16, new byte[] {4});
        Path second =
                new ReceiptFiles(kept).lay(ofAnotherLog, document, refusing()).file();
        assertThat(first).hasBinaryContent(receipt.proof());
        assertThat(second).hasBinaryContent(ofAnotherLog.proof());
    }

    @Test
    void laysItBesideItsDocument() throws Exception {
        Laid laid = new ReceiptFiles(kept).lay(receipt, document, OutputName.receipt(document));
        assertThat(laid).isEqualTo(new Laid(folder.resolve("act.pdf.tlog-proof"), Optional.empty()));
        assertThat(laid.file()).hasBinaryContent(receipt.proof());
        assertThat(kept).doesNotExist();
    }

    /** A folder below a file can't be made. */
    private OutputName refusing() throws Exception {
        Path file = folder.resolve("file");
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        return OutputName.receipt(file.resolve("below/act.pdf"));
    }
}
