// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.certificate.CertificateFacts;
import cat.segell.validation.SignedDate.Clock;
import cat.segell.validation.detail.ClaimDetail.Changes;
import cat.segell.validation.detail.SignatureDetail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One signature; or a time-stamp in a file of its own, which is the signature of its authority on a date.
 *
 * @param signer who signed; absent where the certificate can't be read
 * @param certificateSha256 lower-case hex, absent likewise
 * @param format "PAdES", "PDF" …, without level; {@link #TIMESTAMP}
 * @param level "B", "T", "LT", "LTA", or absent where it fits none
 * @param signedAt the proven time where there is a good time-stamp, else the one that the signer claims
 * @param timestamped whether {@code signedAt} is proven by a time-stamp that verifies
 * @param qualified what the trusted lists make of it at the time of signing; absent where they say nothing
 * @param timestampQualified whether a trusted list says so of the time-stamp that proves {@code signedAt}
 * @param indication as EN 319 102-1 names it: TOTAL_PASSED, TOTAL_FAILED, INDETERMINATE; PASSED and FAILED of a time-stamp
 * @param detail what was found beside it
 */
public record SignatureReport(
        Optional<CertificateFacts> signer,
        Optional<String> certificateSha256,
        String format,
        Optional<String> level,
        Optional<Instant> signedAt,
        boolean timestamped,
        Optional<Qualification> qualified,
        boolean timestampQualified,
        Verdict verdict,
        String indication,
        Optional<String> subIndication,
        List<Reason> reasons,
        SignatureDetail detail) {

    /** What a time-stamp in a file of its own has for its format. */
    public static final String TIMESTAMP = "RFC 3161";

    /** Of which nothing more was found. */
    public SignatureReport(
            Optional<CertificateFacts> signer,
            Optional<String> certificateSha256,
            String format,
            Optional<String> level,
            Optional<Instant> signedAt,
            boolean timestamped,
            Optional<Qualification> qualified,
            boolean timestampQualified,
            Verdict verdict,
            String indication,
            Optional<String> subIndication,
            List<Reason> reasons) {
        this(
                signer,
                certificateSha256,
                format,
                level,
                signedAt,
                timestamped,
                qualified,
                timestampQualified,
                verdict,
                indication,
                subIndication,
                reasons,
                SignatureDetail.NONE);
    }

    public SignatureReport {
        reasons = List.copyOf(reasons);
    }

    /** The same, which certifies the document so. */
    public SignatureReport certifying(Optional<Changes> allowed) {
        return new SignatureReport(
                signer,
                certificateSha256,
                format,
                level,
                signedAt,
                timestamped,
                qualified,
                timestampQualified,
                verdict,
                indication,
                subIndication,
                reasons,
                detail.certifying(allowed));
    }

    /** Whether it signs another signature and not the document, or is meant to. */
    public boolean isCounterSignature() {
        return detail.counterSigned().isPresent() || reasons.contains(Reason.COUNTER_APART);
    }

    public boolean isTimestamp() {
        return format.equals(TIMESTAMP);
    }

    /** A time-stamp is named also where it proves nothing: the date that counts for nothing is then not the signer's word. */
    public Optional<SignedDate> date() {
        if (timestamped) {
            return signedAt.map(time -> new SignedDate(time, Clock.PROVEN));
        }
        if (isTimestamp()) {
            return signedAt.map(time -> new SignedDate(time, Clock.STAMPED));
        }
        return detail.stampedByOthers()
                .map(time -> new SignedDate(time, Clock.STAMPED))
                .or(() -> signedAt.map(time -> new SignedDate(time, Clock.CLAIMED)));
    }

    /** By its proven time, or by what the signer says: no time-stamp could help it any more. */
    public boolean madeAfterExpiry() {
        return signer.isPresent()
                && signedAt.filter(signer.get().notAfter()::isBefore).isPresent();
    }
}
