// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.settings.LevelChoice;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Renewal;
import cat.segell.certificate.SigningRule;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.diagnosis.Advice;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.Problem;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a batch ended, to be told.
 *
 * @param signer absent where no key was found
 * @param revocation what is known of its certificate
 * @param level at which it was to be signed; absent where no key was found, and where there was nothing to decide
 * @param supplied whether a digest stood for the document
 * @param advice what its issuer says on the card's PIN; where no key was found, what is to be known of the card
 */
public record SignOutcome(
        Optional<String> batch,
        List<DocumentResult> documents,
        Optional<Signer> signer,
        RevocationState revocation,
        Advice advice,
        Optional<LevelChoice> level,
        boolean supplied) {

    /**
     * @param begun when its certificate was found fit to sign
     * @param withdrawn where its issuer revoked what was on such cards, and doesn't say anything of this very certificate
     */
    record Signer(Credential credential, Instant begun, Optional<CertCardWithdrawn> withdrawn) {}

    public SignOutcome {
        documents = List.copyOf(documents);
    }

    /** Where no key was found, or none looked for. */
    public static SignOutcome of(List<DocumentResult> documents) {
        return unopened(documents, Advice.NONE);
    }

    /** Where a key was found and not opened. */
    static SignOutcome unopened(List<DocumentResult> documents, Advice advice) {
        return new SignOutcome(
                Optional.empty(), documents, Optional.empty(), new NotAsked(), advice, Optional.empty(), false);
    }

    boolean practice() {
        return signer.filter(who -> who.credential().practice()).isPresent();
    }

    public int status(boolean allowPending) {
        List<Integer> statuses = new ArrayList<>();
        for (DocumentResult result : documents) {
            switch (result) {
                case Failed(Path _, Problem problem) -> statuses.add(ExitStatus.of(problem));
                case Skipped _ -> statuses.add(ExitStatus.DONE);
                case Signed signed -> {
                    boolean less = signed.notRecorded().isPresent()
                            || (signed.pending().isPresent() && !allowPending);
                    statuses.add(less ? ExitStatus.SERVICE : ExitStatus.DONE);
                }
            }
        }
        return ExitStatus.first(statuses);
    }

    /** As in JSON. */
    public Map<String, Object> json(Inputs inputs, Out out) {
        return new SignJson(this, inputs, out).document();
    }

    /** In words. */
    public void tell(Inputs inputs, Terminal terminal, Out out) {
        new SignWords(this, inputs, terminal, out).tell();
    }

    /** What was signed all the same, because that was asked for. */
    Optional<CertExpired> expired() {
        return signer.filter(_ -> documents.stream().anyMatch(Signed.class::isInstance))
                .flatMap(who -> SigningRule.against(who.credential().certificate(), who.begun(), false))
                .filter(CertExpired.class::isInstance)
                .map(CertExpired.class::cast);
    }

    /** A person is told beside the result. */
    Optional<CertExpiresSoon> soon() {
        return signer.flatMap(
                who -> Renewal.soon(CertificateReader.read(who.credential().certificate()), who.begun()));
    }
}
