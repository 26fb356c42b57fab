// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.Wiring;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into a document before the PIN, for what is told there. What can't be read or told keeps nobody from signing. */
record SignedBefore(Wiring wiring) {

    private static final Logger LOG = LoggerFactory.getLogger(SignedBefore.class);

    /** What is told of a document. */
    @FunctionalInterface
    interface Telling {
        void tell(DocumentFile document) throws ProblemException;
    }

    void look(Path file, Telling telling) {
        // A pipe that is named is read once, and signed.
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (WorkFolder folder = WorkFolder.create(wiring.work());
                DocumentFile document = DocumentFile.read(file, folder)) {
            attempt(document, telling);
        } catch (ProblemException e) {
            // Signing says so itself.
            LOG.info("{}", ProblemTrace.of(e));
        }
    }

    /** Of what could be told, that one thing can't be keeps nothing else from being told. */
    static void attempt(DocumentFile document, Telling telling) {
        try {
            telling.tell(document);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
        }
    }

    /** Those that it carries, judged without asking anybody. */
    List<SignatureReport> signatures(DocumentFile document) throws ProblemException {
        return wiring.validator()
                .validate(document, OriginalDocument.beside(document), wiring.anchors(List.of(), false))
                .signatures();
    }
}
