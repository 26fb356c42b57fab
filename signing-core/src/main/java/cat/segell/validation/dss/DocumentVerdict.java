// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.text.Excerpt;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.IssuersAsked;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A document's verdict from those on its signatures: the worst. */
record DocumentVerdict(DocumentFile document, DssEngine engine, TrustAnchors anchors) {

    ValidationReport unsigned() {
        return new ValidationReport(
                document.source(),
                Verdict.UNSIGNED,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                anchors.practice(),
                List.of());
    }

    /**
     * @param signatures at least one
     * @param etsi what they become in ETSI's report
     */
    ValidationReport of(
            List<SignatureReport> signatures,
            boolean practice,
            boolean coversWholeDocument,
            EtsiReport etsi,
            Reports reports) {
        SignatureReport worst = signatures.stream()
                .max(Comparator.comparingInt(signature -> severity(signature.verdict())))
                .orElseThrow();
        return new ValidationReport(
                document.source(),
                worst.verdict(),
                Optional.of(worst.indication()),
                worst.subIndication(),
                coversWholeDocument,
                practice,
                anchors.practice(),
                signatures,
                issuers(signatures),
                Excerpt.NOTHING,
                engine.etsi() ? etsi.xml(reports) : Optional.empty());
    }

    /** Silence is told where it made a difference: what the file itself holds may have been enough. */
    private IssuersAsked issuers(List<SignatureReport> signatures) {
        boolean lacking =
                signatures.stream().anyMatch(signature -> signature.reasons().contains(Reason.REVOCATION_UNKNOWN));
        return new IssuersAsked(engine.online(), lacking ? engine.unanswered() : List.of());
    }

    private static int severity(Verdict verdict) {
        return switch (verdict) {
            case VALID -> 0;
            case UNSIGNED -> 1;
            case INDETERMINATE -> 2;
            case INVALID -> 3;
        };
    }

    /** One that the engine doesn't see. */
    static SignatureReport broken(String format, Set<Reason> ours) {
        Set<Reason> reasons = EnumSet.of(Reason.SIGNATURE_BROKEN);
        reasons.addAll(ours);
        return new SignatureReport(
                Optional.empty(),
                Optional.empty(),
                format,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Verdict.INVALID,
                Indication.TOTAL_FAILED.name(),
                Optional.of(SubIndication.FORMAT_FAILURE.name()),
                List.copyOf(reasons));
    }
}
