// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether a certificate was revoked or suspended, asked of its issuer before somebody signs with it: of the OCSP responder
 * (RFC 6960), and where that doesn't tell, in the list of revoked certificates (RFC 5280). An answer counts only when it is
 * verified, whether it speaks for the certificate or against it. No type of Bouncy Castle is in a public signature.
 */
@NullMarked
package cat.segell.trust.revocation;

import org.jspecify.annotations.NullMarked;
