// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.PreparedDocument;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Validator;
import cat.segell.validation.Verdict;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the document carries a signature of the same person already. */
final class DuplicateGuard {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateGuard.class);

    private final Optional<Validator> validator;

    /** @param validator that asks nobody; absent where a person may sign as often as they like */
    DuplicateGuard(Optional<Validator> validator) {
        this.validator = validator;
    }

    /** Before the PIN. A signature that doesn't hold is none: whoever sees that it broke will want to sign anew. */
    Optional<SignedByHolder> check(PreparedDocument prepared, Credential credential) {
        if (!prepared.signedBefore()) {
            return Optional.empty();
        }
        CertificateFacts signer = CertificateReader.read(credential.certificate());
        return validator.stream()
                .flatMap(judge -> signatures(judge, prepared).stream())
                .filter(signature -> signature.verdict() != Verdict.INVALID)
                .filter(signature ->
                        signature.signer().filter(signer::samePerson).isPresent())
                .findFirst()
                .map(signature ->
                        new SignedByHolder(prepared.document().source(), signer.holder(), signature.signedAt()));
    }

    /** What can't be judged is no reason not to sign: signing has looked at the document itself. */
    private static List<SignatureReport> signatures(Validator judge, PreparedDocument prepared) {
        try {
            return judge.validate(prepared.document(), OriginalDocument.beside(prepared.document()), TrustAnchors.NONE)
                    .signatures();
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return List.of();
        }
    }
}
