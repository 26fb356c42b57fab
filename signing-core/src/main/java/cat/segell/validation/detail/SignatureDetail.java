// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import cat.segell.validation.detail.ClaimDetail.Changes;
import cat.segell.validation.detail.TimestampDetail.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one signature.
 *
 * @param claimedAt when it was made, as the signer says
 * @param algorithm with which it was made, as Java names it
 * @param certificates the signer's first, then its issuers' as far as they are known
 * @param timestamps those made over the signature, in the order of their times
 * @param claims what the signer says beside it
 * @param counterSigned the number of the signature that this one signs instead of the document, from 1 in the order of the report
 */
public record SignatureDetail(
        Optional<Instant> claimedAt,
        Optional<String> algorithm,
        List<CertificateDetail> certificates,
        List<TimestampDetail> timestamps,
        ClaimDetail claims,
        Optional<Integer> counterSigned) {

    /** Of what could not be read. */
    public static final SignatureDetail NONE =
            new SignatureDetail(Optional.empty(), Optional.empty(), List.of(), List.of(), ClaimDetail.NONE);

    /** Of a signature of the document. */
    public SignatureDetail(
            Optional<Instant> claimedAt,
            Optional<String> algorithm,
            List<CertificateDetail> certificates,
            List<TimestampDetail> timestamps,
            ClaimDetail claims) {
        this(claimedAt, algorithm, certificates, timestamps, claims, Optional.empty());
    }

    /** The same of a counter-signature. */
    public SignatureDetail countersigning(int number) {
        return new SignatureDetail(claimedAt, algorithm, certificates, timestamps, claims, Optional.of(number));
    }

    /** The same of one that certifies the document so. */
    public SignatureDetail certifying(Optional<Changes> allowed) {
        return new SignatureDetail(
                claimedAt, algorithm, certificates, timestamps, claims.certifying(allowed), counterSigned);
    }

    public SignatureDetail {
        certificates = List.copyOf(certificates);
        timestamps = timestamps.stream()
                .sorted(Comparator.comparing(TimestampDetail::time))
                .toList();
    }

    /** When a time-stamp says that the signature was there, where nobody who is believed says it. */
    public Optional<Instant> stampedByOthers() {
        return timestamps.stream()
                .filter(stamp -> stamp.standing() == Standing.UNTRUSTED)
                .map(TimestampDetail::time)
                .findFirst();
    }
}
