// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.Optional;

/**
 * Whom a certificate names. All texts are fit to be shown: one line, no marks that turn the writing, no endless ones.
 *
 * @param name of the person, the pseudonym, or the entity of a seal
 * @param organisation the entity that a person works for or represents, or that seals
 * @param organisationNumber its tax number, without the prefix of EN 319 412-1
 * @param unit of the employee
 * @param position of the employee
 * @param nif of the person, or of the entity of a seal, as issued: masked wherever it is shown
 */
public record CertificateHolder(
        String name,
        Optional<String> organisation,
        Optional<String> organisationNumber,
        Optional<String> unit,
        Optional<String> position,
        Optional<String> nif) {

    /** By its number, else by name and organisation. Two of whom neither says a number nor a name are not known to be one. */
    boolean samePerson(CertificateHolder other) {
        return nif.equals(other.nif)
                && (nif.isPresent()
                        || (organisation.equals(other.organisation)
                                && name.equals(other.name)
                                && !name.equals(HolderRule.UNKNOWN)));
    }
}
