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
import java.util.Optional;
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

    /** What is found in a document. */
    @FunctionalInterface
    interface Finding<T> {
        T find(DocumentFile document) throws ProblemException;
    }

    void look(Path file, Telling telling) {
        Optional<Boolean> _ = find(file, document -> {
            telling.tell(document);
            return true;
        });
    }

    /** @return absent where nothing can be told of it */
    <T> Optional<T> find(Path file, Finding<T> finding) {
        // A pipe that is named is read once, and signed.
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (WorkFolder folder = WorkFolder.create(wiring.work());
                DocumentFile document = DocumentFile.read(file, folder)) {
            return Optional.of(finding.find(document));
        } catch (ProblemException e) {
            // Signing says so itself.
            LOG.info("{}", ProblemTrace.of(e));
            return Optional.empty();
        }
    }

    /** The same where what can’t be told of them keeps nothing else from being told. */
    List<SignatureReport> signaturesIfTold(DocumentFile document) {
        try {
            return signatures(document);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return List.of();
        }
    }

    /** Those that it carries, judged without asking anybody. */
    List<SignatureReport> signatures(DocumentFile document) throws ProblemException {
        return wiring.validator()
                .validate(document, OriginalDocument.beside(document), wiring.anchors(List.of(), false))
                .signatures();
    }
}
