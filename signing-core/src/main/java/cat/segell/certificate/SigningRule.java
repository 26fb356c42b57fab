// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.credential.algorithm.KeyStrength;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertForEncryption;
import cat.segell.problem.CertificateProblem.CertForServices;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.CertificateProblem.CertNotForSigning;
import cat.segell.problem.CertificateProblem.CertNotYetValid;
import cat.segell.problem.CertificateProblem.CertTwinPreferred;
import cat.segell.problem.CertificateProblem.CertUsageUnknown;
import cat.segell.problem.CertificateProblem.CertUseUnstated;
import cat.segell.problem.Problem;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What a certificate says against signing documents with it. A key that no signature holds with counts before its use, and its
 * use before its dates: waiting helps only the latter.
 */
public final class SigningRule {

    /** Enough of a SHA-256 to name a certificate. */
    private static final int PREFIX = 16;

    private SigningRule() {}

    /** @return nothing where it may sign now, having been asked for */
    public static Optional<Problem> against(X509Certificate certificate, Instant now, boolean allowExpired) {
        CertificateFacts facts = CertificateReader.read(certificate);
        return KeyStrength.against(certificate.getPublicKey())
                .or(() -> use(facts))
                .or(() -> time(facts, now, allowExpired));
    }

    private static Optional<Problem> use(CertificateFacts facts) {
        String holder = facts.holder();
        return switch (facts.purpose()) {
            case SIGNATURE, BOTH, UNSTATED -> Optional.empty();
            case AUTHENTICATION -> Optional.of(new CertNotForSigning(holder));
            case ENCRYPTION -> Optional.of(new CertForEncryption(holder));
            case ISSUING -> Optional.of(new CertIssuesOthers(holder));
            case SERVICE -> Optional.of(new CertForServices(holder));
            case NEITHER -> Optional.of(new CertUsageUnknown(holder));
        };
    }

    private static Optional<Problem> time(CertificateFacts facts, Instant now, boolean allowExpired) {
        if (now.isBefore(facts.notBefore())) {
            return Optional.of(new CertNotYetValid(facts.holder(), facts.notBefore()));
        }
        return now.isAfter(facts.notAfter()) && !allowExpired
                ? Optional.of(new CertExpired(facts.holder(), facts.notAfter(), facts.practice()))
                : Optional.empty();
    }

    /**
     * What keeps a certificate that nobody asked for from being offered, whatever its dates.
     *
     * @param beside all certificates of that token that have their key
     */
    public static Optional<Problem> unasked(X509Certificate certificate, Collection<X509Certificate> beside) {
        return KeyStrength.against(certificate.getPublicKey()).or(() -> unstated(certificate, beside));
    }

    private static Optional<Problem> unstated(X509Certificate certificate, Collection<X509Certificate> beside) {
        if (PurposeRule.purpose(certificate) != CertificatePurpose.UNSTATED) {
            return Optional.empty();
        }
        String holder = CertificateReader.read(certificate).holder();
        return Optional.of(twin(certificate, beside)
                .<Problem>map(twin -> new CertTwinPreferred(
                        holder, CertificateReader.sha256(twin).substring(0, PREFIX)))
                .orElseGet(() -> new CertUseUnstated(holder)));
    }

    /** The signature certificate of the same holder: beside it, the DNIe's one for log-in says nothing of its use. */
    private static Optional<X509Certificate> twin(X509Certificate certificate, Collection<X509Certificate> beside) {
        List<String> holder = CertificateFields.subject(certificate, BCStyle.SERIALNUMBER);
        return beside.stream()
                .filter(other -> !holder.isEmpty()
                        && CertificateFields.subject(other, BCStyle.SERIALNUMBER)
                                .equals(holder))
                .filter(other -> commits(PurposeRule.purpose(other)))
                .filter(other -> KeyStrength.against(other.getPublicKey()).isEmpty())
                .findFirst();
    }

    private static boolean commits(CertificatePurpose purpose) {
        return purpose == CertificatePurpose.SIGNATURE || purpose == CertificatePurpose.BOTH;
    }
}
