// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.certificate.CertificateChain;
import cat.segell.credential.Credential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.EvidenceUntrusted;
import cat.segell.problem.DocumentProblem.LevelReached;
import cat.segell.problem.DocumentProblem.SignatureNoLevel;
import cat.segell.problem.DocumentProblem.SignatureUnfit;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.EvidenceMissing;
import cat.segell.problem.ServiceProblem.EvidenceNone;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignedContent;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.CertificateSources;
import cat.segell.validation.dss.DssValidator;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Raises the level of signatures in every format: a time-stamp, and evidence on the certificates. */
public final class FormatExtender implements Extender {

    /** What evidence wouldn't mend. */
    private static final Set<Reason> UNFIT = EnumSet.of(Reason.CERT_REVOKED, Reason.CERT_NOT_YET_VALID);

    private static final Set<Reason> UNTRUSTED = EnumSet.of(Reason.ISSUER_UNKNOWN, Reason.TIMESTAMP_UNTRUSTED);

    private static final List<SignatureLevel> HIGHEST_FIRST =
            List.of(SignatureLevel.LTA, SignatureLevel.LT, SignatureLevel.T);

    private final Optional<TimestampAuthority> authority;
    private final TrustAnchors anchors;
    private final Optional<StatusHttp> issuers;
    private final Validator validator;

    /**
     * For one run: it remembers which authority didn't answer.
     *
     * @param authorities of time-stamps, in the order in which they are asked
     * @param anchors of whose certificates evidence is gathered
     * @param issuers who are asked for it; absent, only what the document holds counts
     */
    public FormatExtender(
            List<? extends TimestampAuthority> authorities, TrustAnchors anchors, Optional<StatusHttp> issuers) {
        authority = authorities.isEmpty() ? Optional.empty() : Optional.of(new TimestampFallback(authorities));
        this.anchors = anchors;
        this.issuers = issuers;
        validator = issuers.map(DssValidator::new).orElseGet(DssValidator::new);
    }

    @Override
    public void demandBelieved(DocumentFile document, Credential signer) throws ProblemException {
        List<X509Certificate> known = new ArrayList<>(signer.issuers());
        List<X509Certificate> believed = new CertificateSources(anchors, issuers).believed();
        known.addAll(believed);
        if (Collections.disjoint(CertificateChain.of(signer.certificate(), known), believed)) {
            throw new ProblemException(new EvidenceUntrusted(document.source()));
        }
    }

    @Override
    public void demandRaisable(DocumentFile document, OriginalDocument original) throws ProblemException {
        ValidationReport report = validator.validate(document, original, anchors);
        if (report.verdict() != Verdict.UNSIGNED) {
            guardWorthIt(document, report);
        }
    }

    @Override
    public SignedContent extend(DocumentFile document, OriginalDocument original, SignatureLevel level, WorkFolder work)
            throws ProblemException {
        Raising.guardNotCompact(document);
        ValidationReport before = guardedReport(document, original);
        Optional<Problem> missed = Optional.empty();
        for (SignatureLevel target : HIGHEST_FIRST) {
            if (target.compareTo(level) > 0) {
                continue;
            }
            if (target != SignatureLevel.LTA && reaches(before, target)) {
                throw new ProblemException(missed.orElseGet(() -> new LevelReached(document.source(), level.name())));
            }
            try {
                Path raised = raise(document, original, before, target, work);
                demandReached(document.became(raised), original, target);
                return new SignedContent(raised, target, missed);
            } catch (ProblemException e) {
                missed = missed.or(() -> Optional.of(e.problem()));
            }
        }
        throw new ProblemException(missed.orElseThrow());
    }

    /** Of a document with signatures that are worth it. */
    private ValidationReport guardedReport(DocumentFile document, OriginalDocument original) throws ProblemException {
        ValidationReport report = validator.validate(document, original, anchors);
        boolean isTimestamp = report.signatures().stream().anyMatch(SignatureReport::isTimestamp);
        if (report.verdict() == Verdict.UNSIGNED || isTimestamp) {
            throw new ProblemException(new DocumentUnsigned(document.source()));
        }
        guardWorthIt(document, report);
        return report;
    }

    private static void guardWorthIt(DocumentFile document, ValidationReport report) throws ProblemException {
        if (report.verdict() == Verdict.INVALID || has(report, UNFIT)) {
            throw new ProblemException(new SignatureUnfit(document.source()));
        }
        if (!reaches(report, SignatureLevel.B)) {
            throw new ProblemException(new SignatureNoLevel(document.source()));
        }
    }

    private static boolean has(ValidationReport report, Set<Reason> reasons) {
        return report.signatures().stream()
                .anyMatch(signature -> signature.reasons().stream().anyMatch(reasons::contains));
    }

    private static boolean reaches(ValidationReport report, SignatureLevel level) {
        // A counter-signature keeps the level at which it was made.
        return report.signatures().stream()
                .filter(signature -> !signature.isCounterSignature())
                .map(SignatureReport::level)
                .allMatch(has -> has.filter(word -> SignatureLevel.valueOf(word).compareTo(level) >= 0)
                        .isPresent());
    }

    /**
     * Certificates of which nothing can be revoked have no evidence, and DSS adds none without a word: a level that other
     * software wouldn't see either isn't promised.
     */
    private void demandReached(DocumentFile raised, OriginalDocument original, SignatureLevel target)
            throws ProblemException {
        ValidationReport after = validator.validate(raised, original, anchors);
        if (after.verdict() == Verdict.INVALID) {
            throw new ProblemException(new SignatureUnfit(raised.source()));
        }
        // Of a new time-stamp by an authority that isn't believed no evidence was gathered.
        if (target.holdsEvidence() && has(after, UNTRUSTED)) {
            throw new ProblemException(new EvidenceUntrusted(raised.source()));
        }
        if (!reaches(after, target)) {
            throw new ProblemException(new EvidenceNone());
        }
    }

    private Path raise(
            DocumentFile document,
            OriginalDocument original,
            ValidationReport before,
            SignatureLevel target,
            WorkFolder work)
            throws ProblemException {
        if (target.holdsEvidence() && has(before, UNTRUSTED)) {
            throw new ProblemException(new EvidenceUntrusted(document.source()));
        }
        CertificateSources sources = new CertificateSources(anchors, issuers);
        Raising<?> raising = Raising.of(document, original);
        try {
            return WorkContent.of(raising.to(target, sources.verifier(), stamps(), work.folder()), work);
        } catch (AlertException e) {
            throw new ProblemException(missing(sources), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw expected(e)
                    .map(known -> new ProblemException(known, e))
                    .orElseGet(() -> ForeignFailure.of(document, e));
        }
    }

    private TSPSource stamps() {
        return (_, digest) -> {
            try {
                TimestampAuthority asked = authority.orElseThrow(() -> new ProblemException(new TsaNone()));
                return new TimestampBinary(asked.token(new Digest(DigestAlgorithm.SHA256, digest)));
            } catch (ProblemException e) {
                throw new DSSExternalResourceException(e.problem().code(), e);
            }
        };
    }

    /** What our own part of it threw, through DSS. */
    private static Optional<Problem> expected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return Optional.of(known.problem());
            }
        }
        return Optional.empty();
    }

    private static Problem missing(CertificateSources sources) {
        String silent = sources.unanswered().stream()
                .flatMap(problem -> problem.about().stream())
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        return silent.isEmpty() ? new EvidenceNone() : new EvidenceMissing(silent);
    }
}
