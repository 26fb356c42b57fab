// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.credential.Credential;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token as one driver sees it.
 *
 * @param slot what the driver says of the place: for most cards the reader's name
 * @param credentials those that can sign, as far as can be seen
 * @param hidden those that can't, and why
 * @param empty nothing can be seen on it
 */
public record TokenInSlot(
        Token token, String slot, List<Credential> credentials, List<HiddenCredential> hidden, boolean empty) {

    public TokenInSlot {
        credentials = List.copyOf(credentials);
        hidden = List.copyOf(hidden);
    }

    /** One on which nothing is hidden. */
    public TokenInSlot(Token token, String slot, List<Credential> credentials, boolean empty) {
        this(token, slot, credentials, List.of(), empty);
    }

    /** By which its card is known again behind another driver. */
    public CardTrace trace() {
        Set<String> signers =
                credentials.stream().map(each -> each.id().certificateSha256()).collect(Collectors.toSet());
        return new CardTrace(signers, token.label(), token.serial());
    }
}
