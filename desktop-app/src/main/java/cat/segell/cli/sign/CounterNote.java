// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Out;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Validator;
import cat.segell.validation.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose signature a counter-signature confirms. Before the PIN: a number alone doesn't tell.
 *
 * @param validator that asks nobody
 * @param anchors whom it believes
 * @param work where private copies lie
 */
record CounterNote(Validator validator, TrustAnchors anchors, Path work, Out out) {

    private static final Logger LOG = LoggerFactory.getLogger(CounterNote.class);

    /** Each is read twice for it, and nobody reads more lines than these. */
    private static final int MOST = 20;

    /** @param number of the signature, in each of them */
    void tell(List<BatchDocument> documents, int number) {
        if (documents.size() > MOST) {
            return;
        }
        // A pipe that is named is read once, and signed.
        documents.stream()
                .map(BatchDocument::input)
                .filter(Files::isRegularFile)
                .forEach(file -> tell(file, number));
    }

    private void tell(Path file, int number) {
        try (WorkFolder folder = WorkFolder.create(work);
                DocumentFile document = DocumentFile.read(file, folder)) {
            List<SignatureReport> made = validator
                    .validate(document, OriginalDocument.beside(document), anchors)
                    .signatures();
            if (number >= 1 && number <= made.size()) {
                tell(file, made.get(number - 1));
            }
        } catch (ProblemException e) {
            // Signing says so itself.
            LOG.info("{}", ProblemTrace.of(e));
        }
    }

    private void tell(Path file, SignatureReport signature) {
        Optional<String> holder = signature.signer().map(CertificateFacts::holder);
        if (holder.isEmpty() || signature.verdict() == Verdict.INVALID) {
            // It is refused.
            return;
        }
        String key = signature.verdict() == Verdict.VALID ? "sign.counter" : "sign.counter.open";
        out.note(out.wrapped(
                "", out.texts().text(key, Map.of("holder", holder.get(), "file", String.valueOf(file.getFileName())))));
    }
}
