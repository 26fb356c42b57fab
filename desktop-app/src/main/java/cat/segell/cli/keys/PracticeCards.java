// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.Wiring;
import cat.segell.credential.Token;
import java.util.List;
import java.util.Optional;

/**
 * Which practice card a certificate is on. They are all of a few invented people: only the names of the cards tell them apart,
 * and just the certificates for signing are called so.
 */
record PracticeCards(List<KeyEntry> shown) {

    static PracticeCards of(List<KeyEntry> shown) {
        return new PracticeCards(shown.stream().filter(KeyEntry::practice).toList());
    }

    static boolean isNamed(KeyEntry entry) {
        return entry.key().startsWith(Wiring.PRACTICE);
    }

    /** The one on the same card that has its name. */
    Optional<KeyEntry> named(KeyEntry entry) {
        return shown.stream()
                .filter(PracticeCards::isNamed)
                .filter(each -> isBeside(each, entry))
                .findFirst();
    }

    /** The others on the card. */
    List<KeyEntry> beside(KeyEntry entry) {
        return shown.stream()
                .filter(each -> !isNamed(each) && isBeside(each, entry))
                .toList();
    }

    private static boolean isBeside(KeyEntry one, KeyEntry other) {
        return serial(one).isPresent() && serial(one).equals(serial(other));
    }

    private static Optional<String> serial(KeyEntry entry) {
        return entry.token().map(Token::serial);
    }
}
