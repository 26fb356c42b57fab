// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateHolder;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was found of signatures, without a document. */
final class SampleSigners {

    private static final Instant SIGNED = Instant.parse("2026-05-03T10:04:00Z");

    private SampleSigners() {}

    static ValidationReport report(Verdict verdict, SignatureReport... signatures) {
        return new ValidationReport(
                Path.of("acord.pdf"),
                verdict,
                Optional.of(verdict.name()),
                Optional.empty(),
                true,
                Stream.of(signatures).anyMatch(each -> each.reasons().contains(Reason.PRACTICE)),
                false,
                List.of(signatures));
    }

    /** Whose signatures hold. */
    static ValidationReport valid(String... holders) {
        return report(
                Verdict.VALID,
                Stream.of(holders)
                        .map(holder -> signature(holder, Verdict.VALID))
                        .toArray(SignatureReport[]::new));
    }

    static SignatureReport signature(String holder, Verdict verdict, Reason... reasons) {
        return new SignatureReport(
                Optional.of(facts(holder, CertificateKind.PUBLIC_EMPLOYEE, Optional.of("Cap de servei"))),
                Optional.of("00ff"),
                "PAdES",
                Optional.of("T"),
                Optional.of(SIGNED),
                verdict == Verdict.VALID,
                Optional.empty(),
                false,
                verdict,
                verdict.name(),
                Optional.empty(),
                List.of(reasons));
    }

    static SignatureReport seal(String entity) {
        return new SignatureReport(
                Optional.of(facts(entity, CertificateKind.SEAL, Optional.empty())),
                Optional.of("00ff"),
                "PAdES",
                Optional.of("B"),
                Optional.of(SIGNED),
                false,
                Optional.empty(),
                false,
                Verdict.VALID,
                "TOTAL_PASSED",
                Optional.empty(),
                List.of());
    }

    static SignatureReport unknown() {
        return new SignatureReport(
                Optional.empty(),
                Optional.empty(),
                "PAdES",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Verdict.INDETERMINATE,
                "INDETERMINATE",
                Optional.empty(),
                List.of(Reason.OTHER));
    }

    private static CertificateFacts facts(String holder, CertificateKind kind, Optional<String> position) {
        boolean seal = kind == CertificateKind.SEAL;
        return new CertificateFacts(
                "00ff",
                kind,
                Optional.empty(),
                CertificatePurpose.SIGNATURE,
                new CertificateHolder(
                        holder,
                        Optional.of(seal ? holder : "Ajuntament de Vilaprova"),
                        Optional.of("P0800000B"),
                        Optional.empty(),
                        position,
                        seal ? Optional.empty() : Optional.of("12345678Z")),
                QualifiedClaims.NONE,
                "Prova CA",
                SIGNED.minus(Duration.ofDays(400)),
                SIGNED.plus(Duration.ofDays(400)),
                false);
    }
}
