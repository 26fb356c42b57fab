// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.FileFacts;
import cat.segell.validation.Permission;
import cat.segell.validation.Reason;
import cat.segell.validation.RevisionRule;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.SignedRevision;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.dss.SignatureDictionary.Range;
import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a whole document is worth: never better than its worst signature. Each signature that the file holds is accounted for. */
final class DocumentJudge {

    /**
     * A signature of the file and what our own rule says of it.
     *
     * @param certifies what it permits, where it certifies the document
     */
    private record Ours(SignatureDictionary signature, Set<Reason> reasons, Optional<Permission> certifies) {}

    private final DocumentFile document;
    private final SignedPdf pdf;
    private final DssEngine engine;
    private final TrustAnchors anchors;

    DocumentJudge(DocumentFile document, SignedPdf pdf, DssEngine engine, TrustAnchors anchors) {
        this.document = document;
        this.pdf = pdf;
        this.engine = engine;
        this.anchors = anchors;
    }

    ValidationReport report() throws IOException {
        List<SignatureDictionary> found = pdf.signaturesInOrder();
        FileFacts file = pdf.facts();
        if (found.isEmpty() && file.repaired()) {
            throw new IOException("repaired, and no signature found: it may have been lost in the repair");
        }
        if (found.isEmpty()) {
            return new DocumentVerdict(document, engine, anchors).unsigned().waiting(pdf.waitingFields());
        }
        List<Ours> ours = ours(found, file);
        Reports reports = validate(file, ours);
        Set<Reason> everywhere = lostTimestamps(reports) ? Set.of(Reason.TIMESTAMP_BROKEN) : Set.of();
        List<SignatureReport> signatures = new ArrayList<>();
        EtsiReport etsi = new EtsiReport();
        boolean practice = false;
        for (Ours each : ours) {
            each.reasons().addAll(everywhere);
            Optional<SignatureWrapper> seen = signature(reports, each.signature());
            Optional<SignatureJudge> judge =
                    seen.map(signature -> new SignatureJudge(reports, signature, anchors.practice()));
            SignatureReport report = judge.map(one -> one.report(each.reasons())
                            .certifying(each.certifies().flatMap(Permission::changes)))
                    .orElseGet(() -> DocumentVerdict.broken("PDF", each.reasons()));
            signatures.add(report);
            etsi.add(seen, report);
            practice |= judge.map(SignatureJudge::practiceMeans).orElse(false);
        }
        return new DocumentVerdict(document, engine, anchors)
                .of(signatures, practice, file.coveredToTheEnd(), etsi, reports)
                .waiting(pdf.waitingFields());
    }

    private List<Ours> ours(List<SignatureDictionary> found, FileFacts file) {
        List<Ours> ours = new ArrayList<>();
        for (SignatureDictionary signature : found) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            Optional<Permission> certifies = Optional.empty();
            try {
                if (signature.range().isPresent() && Collections.frequency(found, signature) == 1) {
                    SignedRevision revision = pdf.revision(signature.range().get());
                    reasons.addAll(RevisionRule.reasons(file, revision));
                    certifies = Optional.of(revision.permission()).filter(_ -> revision.certified());
                } else {
                    reasons.add(Reason.SIGNATURE_BROKEN);
                }
            } catch (IOException unreadable) {
                reasons.add(Reason.DOCUMENT_CHANGED);
            }
            ours.add(new Ours(signature, reasons, certifies));
        }
        return ours;
    }

    private Reports validate(FileFacts file, List<Ours> ours) throws IOException {
        boolean followed = pdf.signatures().size() > 1 || !file.coveredToTheEnd();
        boolean filledIn = ours.stream().anyMatch(each -> each.reasons().contains(Reason.PERMITTED_CHANGE));
        Optional<LaterDifferences> differences =
                followed ? Optional.of(LaterDifferences.after(pdf.firstSignedRevision())) : Optional.empty();
        return engine.validate(
                document.copy(), filledIn ? HardenedPolicy.FILLED_IN : HardenedPolicy.STRICT, differences);
    }

    /** DSS leaves out silently what it can't parse. */
    private boolean lostTimestamps(Reports reports) {
        return pdf.signatures().stream()
                .filter(SignatureDictionary::documentTimestamp)
                .anyMatch(stamp ->
                        reports.getDiagnosticData().getTimestampList().stream().noneMatch(seen -> covers(seen, stamp)));
    }

    private static Optional<SignatureWrapper> signature(Reports reports, SignatureDictionary wanted) {
        return reports.getDiagnosticData().getSignatures().stream()
                .filter(seen -> covers(seen, wanted))
                .findFirst();
    }

    private static boolean covers(AbstractSignatureWrapper seen, SignatureDictionary wanted) {
        if (seen.getPDFRevision() == null || wanted.range().isEmpty()) {
            return false;
        }
        Range range = wanted.range().get();
        List<Long> numbers =
                seen.getSignatureByteRange().stream().map(BigInteger::longValue).toList();
        return numbers.equals(List.of(0L, range.gapStart(), range.gapEnd(), range.end() - range.gapEnd()));
    }
}
