// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.RevisionBroken;
import cat.segell.problem.DocumentProblem.RevisionUnknown;
import cat.segell.problem.ProblemException;
import cat.segell.validation.Reason;
import cat.segell.validation.Revisions;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Where what one signature signed is to be written.
 *
 * @param number of the signature, from 1
 */
record RevisionFile(int number, Path place) {

    /** Of such a signature nobody can tell what it signed. */
    private static final Set<Reason> LOST =
            Set.of(Reason.DOCUMENT_CHANGED, Reason.OTHER_ORIGINAL, Reason.SIGNATURE_BROKEN, Reason.AMBIGUOUS);

    /**
     * @param report of the file
     * @param work where copies are made
     * @throws ProblemException where there is no such signature, or what it signed is lost
     */
    void write(VerifyOutcome outcome, ValidationReport report, Revisions revisions, Path work) throws ProblemException {
        List<SignatureReport> signatures = report.signatures();
        if (number < 1 || number > signatures.size()) {
            throw new ProblemException(new RevisionUnknown(outcome.input(), number, signatures.size()));
        }
        if (!Collections.disjoint(signatures.get(number - 1).reasons(), LOST)) {
            throw new ProblemException(new RevisionBroken(outcome.input(), number));
        }
        try (WorkFolder folder = WorkFolder.create(work);
                DocumentFile document = DocumentFile.read(outcome.input(), folder)) {
            if (outcome.sha256().filter(document.sha256()::equals).isEmpty()) {
                throw new ProblemException(new DocumentChanged(outcome.input()));
            }
            try (InputStream content = Files.newInputStream(revisions.signedBy(document, number))) {
                OutputFile.putAs(content, place);
            }
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(outcome.input()), e);
        }
    }
}
