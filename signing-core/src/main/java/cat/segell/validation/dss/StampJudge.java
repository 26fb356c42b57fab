// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.detail.ClaimDetail;
import cat.segell.validation.detail.SignatureDetail;
import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampQualification;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a time-stamp in a file of its own is worth: DSS's answer and the facts that it rests on; the worse holds. */
final class StampJudge {

    private final DetailedReport engine;
    private final TimestampWrapper stamp;
    private final boolean practiceTrusted;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private Verdict verdict;

    /** @param reports of this time-stamp alone */
    StampJudge(Reports reports, boolean practiceTrusted) {
        engine = reports.getDetailedReport();
        stamp = reports.getDiagnosticData().getTimestampList().getFirst();
        this.practiceTrusted = practiceTrusted;
        verdict = indication() == Indication.PASSED ? Verdict.VALID : Verdict.INDETERMINATE;
    }

    /** As of one signature: the authority's, of what it states. */
    SignatureReport report() {
        judge();
        Optional<CertificateFacts> authority =
                Certificates.of(stamp.getSigningCertificate()).map(CertificateReader::read);
        return new SignatureReport(
                authority,
                authority.map(CertificateFacts::sha256),
                SignatureReport.TIMESTAMP,
                Optional.empty(),
                Optional.of(time()),
                verdict == Verdict.VALID,
                Optional.empty(),
                verdict == Verdict.VALID
                        && engine.getTimestampQualification(stamp.getId()) == TimestampQualification.QTSA,
                verdict,
                told().name(),
                Optional.ofNullable(subIndication()).map(Enum::name),
                List.copyOf(reasons),
                detail());
    }

    private Instant time() {
        return stamp.getProductionTime().toInstant();
    }

    private SignatureDetail detail() {
        return new SignatureDetail(
                Optional.empty(),
                Optional.ofNullable(stamp.getSignatureAlgorithm()).map(SignatureAlgorithm::getJCEId),
                stamp.getCertificateChain().stream()
                        .flatMap(certificate -> ChainFacts.detail(certificate).stream())
                        .toList(),
                List.of(),
                ClaimDetail.NONE);
    }

    private Indication indication() {
        return engine.getBasicTimestampValidationIndication(stamp.getId());
    }

    private @Nullable SubIndication subIndication() {
        return engine.getBasicTimestampValidationSubIndication(stamp.getId());
    }

    /** The engine's word where ours is no stricter. */
    private Indication told() {
        return switch (verdict) {
            case VALID -> Indication.PASSED;
            case INVALID -> Indication.FAILED;
            case INDETERMINATE, UNSIGNED -> Indication.INDETERMINATE;
        };
    }

    boolean practiceMeans() {
        return stamp.getCertificateChain().stream().anyMatch(ChainFacts::isPractice);
    }

    private void judge() {
        integrity();
        if (verdict == Verdict.INDETERMINATE) {
            reasons.add(
                    ChainFacts.revocationMissing(stamp.getCertificateChain(), subIndication())
                            ? Reason.REVOCATION_UNKNOWN
                            : Indications.reason(subIndication()));
        }
        if (stamp.getCertificateChain().stream().anyMatch(certificate -> !ResponderRule.holds(certificate))) {
            reasons.add(Reason.REVOCATION_UNKNOWN);
            lower();
        }
        practice();
        trusted();
    }

    /** Looked at directly: an unknown issuer must not hide that the bytes don't fit. */
    private void integrity() {
        if (!stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact()) {
            reasons.add(Reason.OTHER_ORIGINAL);
            verdict = Verdict.INVALID;
        }
        if (!stamp.isSignatureIntact()) {
            reasons.add(Reason.SIGNATURE_BROKEN);
            verdict = Verdict.INVALID;
        }
    }

    private void practice() {
        if (practiceMeans()) {
            reasons.add(Reason.PRACTICE);
            if (!practiceTrusted) {
                // Said in one word: that its authority isn't believed follows from it.
                reasons.remove(Reason.ISSUER_UNKNOWN);
                lower();
            }
        }
    }

    private void trusted() {
        CertificateWrapper authority = stamp.getSigningCertificate();
        if (verdict == Verdict.VALID && !stamp.isTrustedChain()) {
            reasons.add(Reason.ISSUER_UNKNOWN);
            lower();
        }
        if (verdict == Verdict.VALID && authority != null && authority.isTrusted()) {
            reasons.add(Reason.SIGNER_TRUSTED);
        }
        if (reasons.contains(Reason.ISSUER_UNKNOWN) && authority != null && authority.isSelfSigned()) {
            reasons.add(Reason.SELF_SIGNED);
        }
    }

    private void lower() {
        if (verdict == Verdict.VALID) {
            verdict = Verdict.INDETERMINATE;
        }
    }
}
