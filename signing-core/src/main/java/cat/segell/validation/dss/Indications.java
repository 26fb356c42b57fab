// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.Reason;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import org.jspecify.annotations.Nullable;

/** The words of EN 319 102-1 in ours. */
final class Indications {

    private Indications() {}

    static Verdict verdict(@Nullable Indication indication, @Nullable SubIndication sub) {
        if (broken(sub)) {
            return Verdict.INVALID;
        }
        return switch (indication) {
            case TOTAL_PASSED -> Verdict.VALID;
            case TOTAL_FAILED -> Verdict.INVALID;
            case null, default -> Verdict.INDETERMINATE;
        };
    }

    /** Where the standard says INDETERMINATE or FAILED for bytes that don't fit: to a person that is one thing. */
    private static boolean broken(@Nullable SubIndication sub) {
        return switch (sub) {
            case HASH_FAILURE, SIG_CRYPTO_FAILURE, FORMAT_FAILURE, SIGNED_DATA_NOT_FOUND -> true;
            case null, default -> false;
        };
    }

    static Reason reason(@Nullable SubIndication sub) {
        return switch (sub) {
            case HASH_FAILURE, SIGNED_DATA_NOT_FOUND -> Reason.DOCUMENT_CHANGED;
            case SIG_CRYPTO_FAILURE -> Reason.SIGNATURE_BROKEN;
            case FORMAT_FAILURE -> Reason.CHANGED_AFTER_SIGNING;
            case NO_SIGNING_CERTIFICATE_FOUND -> Reason.CERT_MISSING;
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE -> Reason.ISSUER_UNKNOWN;
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED -> Reason.CERT_EXPIRED;
            case NOT_YET_VALID -> Reason.CERT_NOT_YET_VALID;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE, REVOCATION_OUT_OF_BOUNDS_NO_POE -> Reason.CERT_REVOKED;
            case TRY_LATER -> Reason.REVOCATION_UNKNOWN;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Reason.ALGORITHM_WEAK;
            case null, default -> Reason.OTHER;
        };
    }
}
