// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLReason;

/** What a reason's number makes of a revocation (RFC 5280 §5.3.1). */
final class ReasonCode {

    static final int UNSPECIFIED = CRLReason.unspecified;

    private ReasonCode() {}

    static RevocationState state(Date since, int code) {
        return code == CRLReason.certificateHold
                ? new Suspended(since.toInstant())
                : new Revoked(since.toInstant(), reason(code));
    }

    /** A number that isn't known here revokes all the same. */
    private static RevocationReason reason(int code) {
        return switch (code) {
            case CRLReason.keyCompromise -> RevocationReason.KEY_COMPROMISE;
            case CRLReason.cACompromise -> RevocationReason.CA_COMPROMISE;
            case CRLReason.affiliationChanged -> RevocationReason.AFFILIATION_CHANGED;
            case CRLReason.superseded -> RevocationReason.SUPERSEDED;
            case CRLReason.cessationOfOperation -> RevocationReason.CESSATION_OF_OPERATION;
            case CRLReason.privilegeWithdrawn -> RevocationReason.PRIVILEGE_WITHDRAWN;
            default -> RevocationReason.UNSPECIFIED;
        };
    }
}
