// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.Renewal;
import cat.segell.diagnosis.Fact.CardWithdrawn;
import cat.segell.diagnosis.Fact.CertificateSeen;
import cat.segell.diagnosis.Fact.Hidden;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Fact.Unseen;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.CertificateProblem.CertNotYetValid;
import cat.segell.problem.CertificateProblem.CertReady;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether there is a certificate to sign with, for how long, and what keeps the others from it. */
final class CertificateRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.of(Unseen.class).stream()
                .map(Unseen::why)
                .map(why -> new Finding(why.isNotice() ? Severity.WARNING : facts.barred(), why))
                .forEach(findings::add);
        List<CertificateSeen> certificates = facts.of(CertificateSeen.class);
        certificates.forEach(seen -> findings.addAll(certificate(seen, facts)));
        facts.of(Hidden.class).stream()
                .map(Hidden::why)
                .filter(CertificateRule::isMissed)
                .map(why -> new Finding(facts.canSign() ? Severity.OK : Severity.WARNING, why))
                .forEach(findings::add);
        if (isNone(facts)) {
            findings.add(new Finding(Severity.FAULT, new CertNone()));
        }
        return findings;
    }

    private static List<Finding> certificate(CertificateSeen seen, Facts facts) {
        if (seen.unfit().isPresent()) {
            return unfit(seen, seen.unfit().get(), facts).stream().toList();
        }
        Optional<CertExpiresSoon> soon = Renewal.soon(seen.facts(), facts.now());
        List<Finding> warnings = new ArrayList<>(withdrawn(seen, facts));
        soon.filter(_ -> !renewed(seen.facts(), facts))
                .map(why -> new Finding(Severity.WARNING, why, seen.renewing()))
                .ifPresent(warnings::add);
        if (!warnings.isEmpty() || soon.isPresent() || !seen.signs()) {
            return warnings;
        }
        return List.of(new Finding(
                Severity.OK,
                new CertReady(
                        seen.facts().holder(),
                        seen.token().label(),
                        seen.facts().notAfter())));
    }

    private static List<Finding> withdrawn(CertificateSeen seen, Facts facts) {
        return facts.of(CardWithdrawn.class).stream()
                .filter(each -> each.facts().sha256().equals(seen.facts().sha256()))
                .map(each -> new Finding(Severity.WARNING, each.notice(), each.advice()))
                .limit(1)
                .toList();
    }

    private static Optional<Finding> unfit(CertificateSeen seen, Problem why, Facts facts) {
        boolean time = why instanceof CertExpired || why instanceof CertNotYetValid;
        if (time) {
            // Of what was renewed nobody needs more than to know which of two it is.
            return renewed(seen.facts(), facts)
                    ? Optional.of(new Finding(Severity.OK, why))
                    : Optional.of(new Finding(
                            facts.barred(seen.practice()),
                            why,
                            why instanceof CertExpired ? seen.renewing() : List.of()));
        }
        // Most cards have a certificate for log-in beside the other: told, and nothing to worry about.
        Severity alone = why instanceof KeyProblem ? Severity.FAULT : Severity.WARNING;
        return seen.practice()
                ? Optional.empty()
                : Optional.of(new Finding(facts.canSign() ? Severity.OK : alone, why));
    }

    private static boolean renewed(CertificateFacts older, Facts facts) {
        return facts.of(CertificateSeen.class).stream()
                .filter(each -> each.unfit().isEmpty())
                .anyMatch(newer -> Renewal.replaces(newer.facts(), older));
    }

    /** Nobody misses the issuers' certificates that lie beside most people's, nor the second sight of one that is told. */
    private static boolean isMissed(Problem why) {
        return !(why instanceof CertIssuesOthers) && !(why instanceof CertSeenTwice);
    }

    /** Where no token was read, or nothing is on it, that is told already; and what is there tells for itself why it can't. */
    private static boolean isNone(Facts facts) {
        boolean read = facts.of(TokenSeen.class).stream().anyMatch(seen -> !seen.practice() && !seen.empty());
        boolean useful = facts.of(CertificateSeen.class).stream()
                .filter(seen -> !seen.practice())
                .anyMatch(
                        seen -> seen.unfit().filter(why -> !tellsForItself(why)).isEmpty());
        return read && !useful;
    }

    private static boolean tellsForItself(Problem why) {
        return why instanceof CertExpired || why instanceof CertNotYetValid || why instanceof KeyProblem;
    }
}
