// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.journal.PendingTable;
import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.journal.PendingWork.Raise;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.FileReplacement;
import cat.segell.document.OutputFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignedContent;
import cat.segell.validation.OriginalDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Raises the level of a signed file in its place. */
final class LevelRaise {

    private final PendingTable table;
    private final ReceiptRenewal receipts;
    private final Path home;

    /** @param home where private copies are kept while they are needed */
    LevelRaise(PendingTable table, ReceiptRenewal receipts, Path home) {
        this.table = table;
        this.receipts = receipts;
        this.home = home;
    }

    /** @param missed why the level isn't the wanted one, where it is higher than it was all the same */
    record Raised(PendingWork work, Optional<Problem> missed) {}

    /**
     * How it stands after whoever was at it last, who may have died.
     *
     * @throws ProblemException {@code PENDING-FILE-CHANGED}, {@code PENDING-FILE-GONE}, or that nobody can tell now
     */
    PendingWork settled(PendingWork work) throws ProblemException {
        Digest present = FileReplacement.present(work.file());
        if (work.raise().isPresent()) {
            Raise raise = work.raise().get();
            OutputFile.discard(raise.part());
            if (present.equals(raise.sha256())) {
                return table.raised(work);
            }
        }
        if (!present.equals(work.written())) {
            throw new ProblemException(new PendingFileChanged(work.file()));
        }
        return work;
    }

    /** @throws ProblemException why the file is as it was */
    Raised raise(PendingWork work, SignatureLevel level, Extender extender) throws ProblemException {
        OutputFile.probe(folder(work.file()));
        try (WorkFolder folder = WorkFolder.create(home);
                DocumentFile document = DocumentFile.read(work.file(), folder)) {
            if (!document.sha256().equals(work.written())) {
                throw new ProblemException(new PendingFileChanged(work.file()));
            }
            SignedContent content = extender.extend(document, OriginalDocument.beside(document), level, folder);
            try (InputStream in = Files.newInputStream(content.file())) {
                return new Raised(replaced(work, content, in), content.missed());
            } catch (IOException e) {
                throw folder.unwritable(e);
            }
        }
    }

    private PendingWork replaced(PendingWork work, SignedContent content, InputStream in)
            throws ProblemException, IOException {
        Digest sha256 = content.sha256().isPresent() ? content.sha256().get() : sha256(content.file());
        FileReplacement replacement = FileReplacement.of(work.file(), work.written(), sha256);
        PendingWork announced = table.raising(
                work, new Raise(sha256, replacement.temporary(), content.level()), receipts.outdatedBy(work));
        replacement.put(in);
        return table.raised(announced);
    }

    private static Digest sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestAlgorithm.SHA256.of(in);
        }
    }

    private static Path folder(Path file) {
        return file.resolveSibling("");
    }
}
