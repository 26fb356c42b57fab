// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import java.util.Collections;
import java.util.Set;

/**
 * What one driver or store tells of the card that something lies on.
 *
 * @param certificates SHA-256 of what can be seen of it; none where nothing can
 * @param serial as the driver writes it
 */
public record CardTrace(Set<String> certificates, String label, String serial) {

    public CardTrace {
        certificates = Set.copyOf(certificates);
    }

    /**
     * Whether two drivers or stores show one card. Certificates tell where both show some: two cards have none in common, not
     * even two of one person; and of serial numbers nobody can be sure, for some drivers write them in their own way and some
     * give one number to all cards. Where one of the two shows no certificate, name and number tell together. Of what one and
     * the same driver shows this says nothing: there two are two.
     */
    public boolean isSameCard(CardTrace elsewhere) {
        if (certificates.isEmpty() || elsewhere.certificates.isEmpty()) {
            return isNumbered() && label.equals(elsewhere.label) && serial.equals(elsewhere.serial);
        }
        return !Collections.disjoint(certificates, elsewhere.certificates);
    }

    /** Blanks are no number, nor is one digit again and again: that is what drivers write where they know none. */
    private boolean isNumbered() {
        return serial.strip().chars().distinct().count() > 1;
    }
}
