// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.certificate.CertificateChain;
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
import cat.segell.validation.detail.CertificateDetail;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the document carries a signature of the same person already: on the very certificate, or on another that names them and
 * comes from an authority of this one's. A name alone anybody can put on a certificate, to keep a document from being signed.
 */
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
        List<X509Certificate> chain = CertificateChain.of(credential.certificate(), credential.issuers());
        TrustAnchors authorities = new TrustAnchors(chain.subList(1, chain.size()), false);
        return validator.stream()
                .flatMap(judge -> concerned(signatures(judge, prepared, authorities), prepared).stream())
                .filter(signature -> signature.verdict() != Verdict.INVALID)
                .filter(signature -> byThem(signature, signer))
                .findFirst()
                .map(signature ->
                        new SignedByHolder(prepared.document().source(), signer.holder(), signature.signedAt()));
    }

    /** Of a signature that is counter-signed: itself, and those that sign it already. Else those that sign the document. */
    private static List<SignatureReport> concerned(List<SignatureReport> all, PreparedDocument prepared) {
        Optional<Integer> number = prepared.profile().counterSigned();
        return all.stream()
                .filter(signature -> number.isEmpty()
                        ? !signature.isCounterSignature()
                        : all.indexOf(signature) + 1 == number.get()
                                || signature.detail().counterSigned().equals(number))
                .toList();
    }

    private static boolean byThem(SignatureReport signature, CertificateFacts signer) {
        boolean issued = signature.detail().certificates().stream().anyMatch(CertificateDetail::anchor);
        return signature.certificateSha256().equals(Optional.of(signer.sha256()))
                || (issued && signature.signer().filter(signer::samePerson).isPresent());
    }

    /** What can't be judged is no reason not to sign: signing has looked at the document itself. */
    private static List<SignatureReport> signatures(
            Validator judge, PreparedDocument prepared, TrustAnchors authorities) {
        try {
            return judge.validate(prepared.document(), OriginalDocument.beside(prepared.document()), authorities)
                    .signatures();
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return List.of();
        }
    }
}
