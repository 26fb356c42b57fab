// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.credential.Credential;
import cat.segell.credential.Token;
import java.util.List;

/**
 * A token as one driver sees it.
 *
 * @param slot what the driver says of the place: for most cards the reader's name
 * @param credentials those that can sign, as far as can be seen
 * @param empty nothing can be seen on it
 */
public record TokenInSlot(Token token, String slot, List<Credential> credentials, boolean empty) {

    public TokenInSlot {
        credentials = List.copyOf(credentials);
    }
}
