// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.util.List;

/**
 * An initialised token, as CK_TOKEN_INFO describes it, without the padding.
 *
 * @param flags of CK_TOKEN_INFO
 * @param slot what the module says of the slot that it is in: for most cards the reader's name, cut off at 64 bytes
 */
public record SeenToken(
        String label,
        String manufacturer,
        String model,
        String serial,
        long flags,
        String slot,
        List<SeenObject> objects) {

    public SeenToken {
        objects = List.copyOf(objects);
    }
}
