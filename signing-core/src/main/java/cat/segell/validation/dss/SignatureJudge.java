// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one signature is worth: DSS's answer and the facts that it rests on, and our own rule's answer; the worse holds. */
final class SignatureJudge {

    private final Reports reports;
    private final SignatureWrapper signature;
    private final SignatureFacts facts;
    private final boolean practiceTrusted;
    private final Optional<Integer> counterSigned;
    private final boolean apart;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private Verdict verdict;
    private boolean timestampQualified;

    SignatureJudge(Reports reports, SignatureWrapper signature, boolean practiceTrusted) {
        this(reports, signature, Optional.empty(), false, practiceTrusted);
    }

    /**
     * @param counterSigned the number of the signature that it signs, where it is none of the document
     * @param apart whether the document lies apart from the signature: who brings them together may have taken another one
     */
    SignatureJudge(
            Reports reports,
            SignatureWrapper signature,
            Optional<Integer> counterSigned,
            boolean apart,
            boolean practiceTrusted) {
        this.counterSigned = counterSigned;
        this.apart = apart;
        this.reports = reports;
        this.signature = signature;
        facts = new SignatureFacts(reports, signature);
        this.practiceTrusted = practiceTrusted;
        this.verdict = Indications.verdict(facts.indication(), facts.subIndication());
    }

    /** @param ours what our own rule and the other parts of the file say */
    SignatureReport report(Set<Reason> ours) {
        Optional<Instant> proven = judge(ours);
        Optional<CertificateFacts> signer = facts.signer();
        return new SignatureReport(
                signer,
                signer.map(CertificateFacts::sha256),
                facts.format(),
                facts.level(),
                proven.or(facts::claimedTime),
                proven.isPresent(),
                facts.qualification().filter(_ -> verdict == Verdict.VALID),
                timestampQualified && verdict == Verdict.VALID,
                verdict,
                indication().name(),
                Optional.ofNullable(facts.subIndication()).map(Enum::name),
                List.copyOf(reasons),
                counterSigned.map(facts.detail()::countersigning).orElseGet(facts::detail));
    }

    /** The engine's word where ours is no stricter: who reads that word alone must not take for good what isn't. */
    private Indication indication() {
        Indication engine = facts.indication();
        if (engine == Indication.TOTAL_PASSED && verdict != Verdict.VALID) {
            return verdict == Verdict.INVALID ? Indication.TOTAL_FAILED : Indication.INDETERMINATE;
        }
        return engine == null ? Indication.INDETERMINATE : engine;
    }

    /** @return when the signature was there at the latest, where that is proven */
    private Optional<Instant> judge(Set<Reason> ours) {
        reasons.addAll(ours);
        othersMissing();
        if (ours.stream().anyMatch(reason -> reason != Reason.PERMITTED_CHANGE && reason != Reason.TIMESTAMP_BROKEN)) {
            verdict = Verdict.INVALID;
        }
        integrity();
        engine();
        responders();
        Optional<Instant> proven = provenTime();
        if (reasons.contains(Reason.TIMESTAMP_BROKEN)) {
            lower();
        }
        expiry(proven.orElse(reports.getSimpleReport().getValidationTime().toInstant()));
        facts.signer().ifPresent(signer -> purpose(signer.purpose()));
        practice();
        trustedItself();
        selfSigned();
        return proven;
    }

    /** Nothing that is here differs from what was signed; of what isn’t here, nobody can tell. */
    private void othersMissing() {
        if (!apart || counterSigned.isPresent() || !facts.othersMissing()) {
            return;
        }
        reasons.add(Reason.OTHERS_MISSING);
        lower();
        if (facts.subIndication() == SubIndication.SIGNED_DATA_NOT_FOUND) {
            verdict = Verdict.INDETERMINATE;
        }
    }

    boolean practiceMeans() {
        return facts.practiceMeans();
    }

    /** Looked at directly: an unknown issuer must not hide that the bytes don't fit. */
    private void integrity() {
        boolean changed = signature.getDigestMatchers().stream().anyMatch(matcher -> !SignatureFacts.fits(matcher));
        if (facts.unbound()) {
            reasons.add(Reason.UNBOUND);
            lower();
        }
        if (counterSigned.isPresent() && (changed || !facts.signsParent())) {
            reasons.add(Reason.COUNTER_APART);
            verdict = Verdict.INVALID;
        } else if (apart && facts.onlyDocumentDiffers()) {
            reasons.add(Reason.OTHER_ORIGINAL);
        } else if (reasons.contains(Reason.OTHERS_MISSING)) {
            return;
        } else if (changed) {
            reasons.add(Reason.DOCUMENT_CHANGED);
        } else if (unidentified()) {
            // What can't be checked is not broken for that.
            return;
        } else if (!signature.isSignatureIntact()) {
            // Of content that changed the engine says this too, though the signature itself may be whole.
            reasons.add(Reason.SIGNATURE_BROKEN);
        }
        if (changed || !signature.isSignatureIntact()) {
            verdict = Verdict.INVALID;
        }
    }

    private boolean unidentified() {
        return signature.getSigningCertificate() == null
                && facts.subIndication() == SubIndication.NO_SIGNING_CERTIFICATE_FOUND;
    }

    private void engine() {
        SubIndication sub = facts.subIndication();
        if (facts.indication() == Indication.TOTAL_PASSED) {
            return;
        }
        if (!explained(sub)) {
            reasons.add(
                    facts.outOfBoundsBefore()
                            ? Reason.CERT_NOT_YET_VALID
                            : facts.revocationMissing() ? Reason.REVOCATION_UNKNOWN : Indications.reason(sub));
        }
    }

    /** Whether what was found already says it, and better than a word for all such cases. */
    private boolean explained(@Nullable SubIndication sub) {
        return switch (sub) {
            case FORMAT_FAILURE, NO_SIGNING_CERTIFICATE_FOUND ->
                reasons.stream().anyMatch(reason -> reason != Reason.PERMITTED_CHANGE);
            case HASH_FAILURE, SIGNED_DATA_NOT_FOUND, SIG_CRYPTO_FAILURE ->
                reasons.contains(Reason.OTHER_ORIGINAL) || reasons.contains(Reason.OTHERS_MISSING);
            case SIG_CONSTRAINTS_FAILURE -> reasons.contains(Reason.UNBOUND);
            case null, default -> false;
        };
    }

    /** What was told by one who may not tell it counts for nothing, and then nobody has told. */
    private void responders() {
        if (facts.answeredByOthers()) {
            reasons.add(Reason.REVOCATION_UNKNOWN);
            lower();
        }
    }

    /** Said whatever else stands in the way: DSS names one obstacle, and asks a trusted certificate nothing. */
    private void expiry(Instant time) {
        CertificateWrapper certificate = signature.getSigningCertificate();
        if (certificate != null && certificate.getNotAfter().toInstant().isBefore(time)) {
            reasons.add(Reason.CERT_EXPIRED);
            lower();
        }
    }

    /** The earliest time that a good time-stamp of a believed authority proves; notes those that prove nothing. */
    private Optional<Instant> provenTime() {
        Optional<Instant> earliest = Optional.empty();
        for (TimestampWrapper stamp : facts.timestamps()) {
            switch (facts.standing(stamp)) {
                case BROKEN -> reasons.add(Reason.TIMESTAMP_BROKEN);
                case UNTRUSTED -> reasons.add(Reason.TIMESTAMP_UNTRUSTED);
                case PROVES -> {
                    Instant time = stamp.getProductionTime().toInstant();
                    if (earliest.filter(before -> !time.isBefore(before)).isEmpty()) {
                        earliest = Optional.of(time);
                        timestampQualified = facts.isQualified(stamp);
                    }
                }
            }
        }
        return earliest;
    }

    private void purpose(CertificatePurpose purpose) {
        // One that doesn't say what it is for is most often a log-in certificate; what lay beside it isn't seen here.
        if (!purpose.signs() || purpose == CertificatePurpose.UNSTATED) {
            reasons.add(Reason.CERT_NOT_FOR_SIGNING);
            lower();
        }
        if (!purpose.speaks()) {
            verdict = Verdict.INVALID;
        }
    }

    /** What only the time-stamp has from practice takes the date away, and nothing from the signature. */
    private void practice() {
        if (facts.practiceSigner()) {
            reasons.add(Reason.PRACTICE);
            if (!practiceTrusted) {
                // Said in one word: that its authority isn't believed follows from it.
                reasons.remove(Reason.ISSUER_UNKNOWN);
                reasons.remove(Reason.TIMESTAMP_UNTRUSTED);
                lower();
            }
        } else if (facts.practiceMeans()) {
            reasons.remove(Reason.TIMESTAMP_UNTRUSTED);
            reasons.add(Reason.TIMESTAMP_PRACTICE);
        }
    }

    /** The engine asks nothing of a certificate that is an anchor itself; whoever reads "valid" must know. */
    private void trustedItself() {
        CertificateWrapper certificate = signature.getSigningCertificate();
        if (verdict == Verdict.VALID && certificate != null && certificate.isTrusted()) {
            reasons.add(Reason.SIGNER_TRUSTED);
        }
    }

    /** No authority could be named that would make it known. */
    private void selfSigned() {
        CertificateWrapper certificate = signature.getSigningCertificate();
        if (reasons.contains(Reason.ISSUER_UNKNOWN) && certificate != null && certificate.isSelfSigned()) {
            reasons.add(Reason.SELF_SIGNED);
        }
    }

    private void lower() {
        if (verdict == Verdict.VALID) {
            verdict = Verdict.INDETERMINATE;
        }
    }
}
