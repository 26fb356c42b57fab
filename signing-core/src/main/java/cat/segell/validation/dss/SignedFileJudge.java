// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.coverage.Coverage;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a signed file that is no PDF is worth. Each signature that it holds is accounted for.
 *
 * @param documents names of the files of a container; empty where the file is none
 */
record SignedFileJudge(Coverage coverage, List<String> documents, Reports reports) {

    ValidationReport report(DocumentFile document, DssEngine engine, TrustAnchors anchors) {
        List<SignatureWrapper> seen = CounterSignatures.inOrder(reports);
        List<SignatureReport> signatures = new ArrayList<>();
        EtsiReport etsi = new EtsiReport();
        boolean practice = false;
        int counters = Math.toIntExact(
                seen.stream().filter(SignatureWrapper::isCounterSignature).count());
        for (SignatureWrapper signature : seen) {
            Optional<Integer> signed = CounterSignatures.counterSigned(signature, seen);
            SignatureJudge judge = new SignatureJudge(reports, signature, signed, apart(), anchors.practice());
            Set<Reason> ours = ours(signature, seen.size() - counters, counters);
            if (signature.isCounterSignature() && signed.isEmpty()) {
                // Of none that is there.
                ours.add(Reason.COUNTER_APART);
            }
            SignatureReport report = judge.report(ours);
            signatures.add(report);
            etsi.add(Optional.of(signature), report);
            practice |= judge.practiceMeans();
        }
        for (SignatureReport broken : unseen(seen.size() - counters, counters, format(signatures))) {
            signatures.add(broken);
            etsi.add(Optional.empty(), broken);
        }
        boolean whole = signatures.stream().noneMatch(each -> each.reasons().contains(Reason.COVERS_PART));
        return new DocumentVerdict(document, engine, anchors).of(signatures, practice, whole, etsi, reports);
    }

    /** What a container's signatures sign lies in it. */
    private boolean apart() {
        return coverage.detached() && documents.isEmpty();
    }

    /** The engine leaves out silently what it can't parse. */
    private List<SignatureReport> unseen(int seen, int counters, String format) {
        SignatureReport signature = DocumentVerdict.broken(format, coverage.reasons());
        SignatureReport counter = DocumentVerdict.broken(format, Set.of(Reason.COUNTER_APART));
        return Stream.concat(
                        Collections.nCopies(Math.max(coverage.signatures() - seen, 0), signature).stream(),
                        Collections.nCopies(Math.max(coverage.counters().count() - counters, 0), counter).stream())
                .toList();
    }

    private static String format(List<SignatureReport> others) {
        return others.stream().findFirst().map(SignatureReport::format).orElse("?");
    }

    /**
     * What the engine sees beyond what we count stands where no signature has its place: whatever it signs, it isn't what is
     * shown.
     */
    private Set<Reason> ours(SignatureWrapper signature, int signatures, int counters) {
        Optional<String> id = Optional.ofNullable(signature.getDAIdentifier());
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        reasons.addAll(coverage.reasons());
        if (signature.isCounterSignature()) {
            // Of the document it signs nothing itself.
            if (!coverage.counters().holds(id, counters)) {
                reasons.add(Reason.COUNTER_APART);
            }
        } else if (!coverage.holds(id, signatures) || (!documents.isEmpty() && !coversContainer(signature))) {
            reasons.add(Reason.COVERS_PART);
        }
        return reasons;
    }

    /** A container with one document may sign it without a name (EN 319 162-1 §4.3). */
    private boolean coversContainer(SignatureWrapper signature) {
        Set<String> signed = new HashSet<>();
        boolean unnamed = false;
        for (XmlDigestMatcher matcher : signature.getDigestMatchers()) {
            unnamed |= matcher.getType() == DigestMatcherType.MESSAGE_DIGEST;
            signed.add(Objects.requireNonNullElse(matcher.getDocumentName(), ""));
            signed.add(Objects.requireNonNullElse(matcher.getUri(), ""));
        }
        return signed.containsAll(documents) || (unnamed && documents.size() == 1 && !manifested(signature));
    }

    /** It signs a list of documents, and no document. */
    private static boolean manifested(SignatureWrapper signature) {
        return signature.getDigestMatchers().stream()
                .anyMatch(matcher -> matcher.getType() == DigestMatcherType.MANIFEST
                        || matcher.getType() == DigestMatcherType.MANIFEST_ENTRY);
    }
}
