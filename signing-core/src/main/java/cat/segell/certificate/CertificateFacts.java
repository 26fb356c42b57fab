// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.problem.KeyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What a certificate says of itself; nothing here is checked against anybody.
 *
 * @param sha256 of the DER, lower-case hex
 * @param level only of the public administration's certificates
 * @param who whom it names
 * @param practice whether it is one to practise with
 */
public record CertificateFacts(
        String sha256,
        CertificateKind kind,
        Optional<AssuranceLevel> level,
        CertificatePurpose purpose,
        CertificateHolder who,
        QualifiedClaims claims,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        boolean practice) {

    /** Whether both name the same person, or the same entity of a seal, on whatever certificate. Who practises is nobody. */
    public boolean samePerson(CertificateFacts other) {
        return practice == other.practice && who.samePerson(other.who);
    }

    /** As one of several that a person can choose from. */
    public KeyOption option(String key) {
        return new KeyOption(key, holder(), organisation(), purpose.word(), notAfter, sha256);
    }

    /** The name to show: of the person, the pseudonym, or the entity of a seal. */
    public String holder() {
        return who.name();
    }

    /** The entity, where one is named. */
    public Optional<String> organisation() {
        return who.organisation();
    }

    /** Of the employee, where one is named. */
    public Optional<String> position() {
        return who.position();
    }

    /** As issued; masked wherever it is shown. */
    public Optional<String> nif() {
        return who.nif();
    }
}
