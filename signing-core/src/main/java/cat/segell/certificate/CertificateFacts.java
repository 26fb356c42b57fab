// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.problem.KeyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What a certificate says of itself; nothing here is checked against anybody.
 *
 * @param sha256 of the DER, lower-case hex
 * @param holder the name to show: of the person, the pseudonym, or the entity of a seal
 * @param organisation the entity, where one is named
 * @param position of the employee, where one is named
 * @param nif as issued; masked wherever it is shown
 */
public record CertificateFacts(
        String sha256,
        CertificateKind kind,
        CertificatePurpose purpose,
        String holder,
        Optional<String> organisation,
        Optional<String> position,
        Optional<String> nif,
        String issuer,
        Instant notBefore,
        Instant notAfter) {

    /** As one of several that a person can choose from. */
    public KeyOption option(String key) {
        return new KeyOption(key, holder, organisation, purpose.word());
    }
}
