// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateHolder;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.document.DigestAlgorithm;
import cat.segell.text.Excerpt;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.IssuersAsked;
import cat.segell.validation.Qualification;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.detail.CertificateDetail;
import cat.segell.validation.detail.ClaimDetail;
import cat.segell.validation.detail.RevocationDetail;
import cat.segell.validation.detail.SignatureDetail;
import cat.segell.validation.detail.TimestampDetail;
import cat.segell.validation.detail.TimestampDetail.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A verification that knows every kind of thing: a good signature, one that can't be confirmed, and a file that can't be read. */
final class SampleReport {

    private static final Instant SIGNED = Instant.parse("2026-05-03T10:04:00Z");

    private SampleReport() {}

    static VerificationReport of(String holder, String file) {
        return new VerificationReport(
                Instant.parse("2026-06-01T08:00:00Z"),
                TrustAnchors.NONE,
                List.of(
                        document(file, Optional.of(two(holder)), Optional.empty()),
                        document("altre.pdf", Optional.empty(), Optional.of("The file is damaged."))));
    }

    /** One signature that holds. */
    static VerificationReport single(String holder) {
        return new VerificationReport(
                Instant.parse("2026-06-01T08:00:00Z"),
                TrustAnchors.NONE,
                List.of(document(
                        "contracte.pdf", Optional.of(report(Verdict.VALID, List.of(good(holder)))), Optional.empty())));
    }

    /** One that holds no more. */
    static VerificationReport invalid(String holder) {
        return new VerificationReport(
                Instant.parse("2026-06-01T08:00:00Z"),
                TrustAnchors.NONE,
                List.of(document(
                        "contracte.pdf",
                        Optional.of(report(Verdict.INVALID, List.of(good(holder)))),
                        Optional.empty())));
    }

    private static ReportedDocument document(String name, Optional<ValidationReport> report, Optional<String> problem) {
        return new ReportedDocument(
                name,
                Optional.of(DigestAlgorithm.SHA256.of(name.getBytes(StandardCharsets.UTF_8))),
                report,
                problem,
                Optional.empty(),
                List.of());
    }

    private static ValidationReport two(String holder) {
        return report(Verdict.INDETERMINATE, List.of(good(holder), counter("Pau Prova"), open(holder)));
    }

    private static ValidationReport report(Verdict verdict, List<SignatureReport> signatures) {
        return new ValidationReport(
                Path.of("contracte.pdf"),
                verdict,
                Optional.of(verdict.name()),
                Optional.empty(),
                true,
                false,
                false,
                signatures,
                new IssuersAsked(true, List.of()),
                new Excerpt(List.of("Alcaldia"), 0, false),
                Optional.empty());
    }

    private static SignatureReport good(String holder) {
        CertificateFacts facts = facts(holder);
        return new SignatureReport(
                Optional.of(facts),
                Optional.of(facts.sha256()),
                "PAdES",
                Optional.of("T"),
                Optional.of(SIGNED),
                true,
                Optional.of(Qualification.QUALIFIED_SIGNATURE),
                true,
                Verdict.VALID,
                "TOTAL_PASSED",
                Optional.empty(),
                List.of(),
                detail(facts, Standing.PROVES));
    }

    /** Of the first one. */
    private static SignatureReport counter(String holder) {
        CertificateFacts facts = facts(holder);
        return new SignatureReport(
                Optional.of(facts),
                Optional.of(facts.sha256()),
                "XAdES",
                Optional.of("B"),
                Optional.of(SIGNED),
                false,
                Optional.empty(),
                false,
                Verdict.INDETERMINATE,
                "INDETERMINATE",
                Optional.of("NO_CERTIFICATE_CHAIN_FOUND"),
                List.of(Reason.ISSUER_UNKNOWN),
                detail(facts, Standing.UNTRUSTED).countersigning(1));
    }

    private static SignatureReport open(String holder) {
        CertificateFacts facts = facts(holder);
        return new SignatureReport(
                Optional.of(facts),
                Optional.of(facts.sha256()),
                "PAdES",
                Optional.of("B"),
                Optional.of(SIGNED.minus(Duration.ofDays(9))),
                false,
                Optional.empty(),
                false,
                Verdict.INDETERMINATE,
                "INDETERMINATE",
                Optional.of("NO_CERTIFICATE_CHAIN_FOUND"),
                List.of(Reason.ISSUER_UNKNOWN, Reason.TIMESTAMP_UNTRUSTED),
                detail(facts, Standing.UNTRUSTED));
    }

    private static SignatureDetail detail(CertificateFacts facts, Standing standing) {
        return new SignatureDetail(
                Optional.of(SIGNED.minus(Duration.ofDays(9))),
                Optional.of("SHA256withRSA"),
                List.of(
                        new CertificateDetail(
                                facts,
                                false,
                                Optional.of(new RevocationDetail(
                                        false, SIGNED, RevocationDetail.Status.IN_FORCE, Optional.empty()))),
                        new CertificateDetail(facts("Prova CA"), true, Optional.empty())),
                List.of(new TimestampDetail(SIGNED, Optional.of("Prova TSA"), standing, true)),
                new ClaimDetail(
                        Optional.of("Aprovació inicial"),
                        Optional.of("Manlleu"),
                        new Excerpt(List.of("Secretària accidental"), 0, false),
                        new Excerpt(List.of("approval"), 0, false),
                        Optional.of("2.16.724.1.3.1.1.2.1.9"),
                        Optional.of("Secretaria"),
                        Optional.of(ClaimDetail.Changes.FORMS),
                        false));
    }

    private static CertificateFacts facts(String holder) {
        return new CertificateFacts(
                "00ff",
                CertificateKind.PUBLIC_EMPLOYEE,
                Optional.empty(),
                CertificatePurpose.SIGNATURE,
                new CertificateHolder(
                        holder,
                        Optional.of("Ajuntament de Prova"),
                        Optional.of("P0800000B"),
                        Optional.of("Secretaria"),
                        Optional.of("Secretària"),
                        Optional.of("12345678Z")),
                QualifiedClaims.NONE,
                "Prova CA",
                SIGNED.minus(Duration.ofDays(400)),
                SIGNED.plus(Duration.ofDays(400)),
                false);
    }
}
