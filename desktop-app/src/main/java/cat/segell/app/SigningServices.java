// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.batch.journal.AskedServices;
import cat.segell.signature.Extender;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.trust.revocation.RevocationCheck;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked when something is signed.
 *
 * @param timestamps for level T and higher; may be empty
 * @param revocation before the PIN, of the certificate
 * @param extender for levels higher than T; absent where none of them is wanted
 * @param named as they were named, for whoever takes a batch up again
 */
public record SigningServices(
        List<TimestampAuthority> timestamps,
        RevocationCheck revocation,
        Optional<Extender> extender,
        AskedServices named) {

    public SigningServices {
        timestamps = List.copyOf(timestamps);
    }

    /** Nobody is asked of the certificate. */
    public static SigningServices of(List<TimestampAuthority> timestamps) {
        return new SigningServices(timestamps, RevocationCheck.NONE, Optional.empty(), AskedServices.NONE);
    }
}
