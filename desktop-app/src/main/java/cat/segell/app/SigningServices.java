// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.timestamp.TimestampAuthority;
import cat.segell.trust.revocation.RevocationCheck;
import java.util.List;

/**
 * Who is asked when something is signed.
 *
 * @param timestamps for level T; may be empty
 * @param revocation before the PIN, of the certificate
 */
public record SigningServices(List<TimestampAuthority> timestamps, RevocationCheck revocation) {

    public SigningServices {
        timestamps = List.copyOf(timestamps);
    }

    /** Nobody is asked of the certificate. */
    public static SigningServices of(List<TimestampAuthority> timestamps) {
        return new SigningServices(timestamps, RevocationCheck.NONE);
    }
}
