// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import cat.segell.certificate.CertificateFacts;
import java.util.Optional;

/**
 * A certificate of a chain.
 *
 * @param anchor whether it is believed without asking further
 * @param revocation what its issuer told last; absent where it told nothing, or by one who may not tell it
 */
public record CertificateDetail(CertificateFacts facts, boolean anchor, Optional<RevocationDetail> revocation) {}
