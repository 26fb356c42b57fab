// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.Out;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose signature a counter-signature confirms. Before the PIN: a number alone doesn't tell. */
record CounterNote(SignedBefore before, Out out) {

    /** Each is read twice for it, and nobody reads more lines than these. */
    private static final int MOST = 20;

    /** @param number of the signature, in each of them */
    void tell(List<BatchDocument> documents, int number) {
        if (documents.size() > MOST) {
            return;
        }
        documents.stream()
                .map(BatchDocument::input)
                // It has no counter-signatures, which is told when it is refused.
                .filter(file -> !FormerRun.isPdf(file))
                .forEach(file -> before.look(file, document -> tell(file, number, before.signatures(document))));
    }

    private void tell(Path file, int number, List<SignatureReport> made) {
        if (number >= 1 && number <= made.size()) {
            tell(file, made.get(number - 1));
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
                "",
                out.texts()
                        .text(
                                key,
                                Map.of(
                                        "holder",
                                        holder.get(),
                                        "file",
                                        String.valueOf(file.getFileName()),
                                        "segell",
                                        out.segell()))));
    }
}
