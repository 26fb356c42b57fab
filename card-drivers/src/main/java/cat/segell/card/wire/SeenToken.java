// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.util.List;

/**
 * A token, as CK_TOKEN_INFO describes it, without the padding. On one that was never initialised nothing is seen.
 *
 * @param state flags and lengths
 * @param device whether the module calls its slot a device that things are put into; not asked where the token was initialised
 * @param slot what the module says of the slot that it is in: for most cards the reader's name, cut off at 64 bytes
 */
public record SeenToken(
        String label,
        String manufacturer,
        String model,
        String serial,
        State state,
        boolean device,
        String slot,
        List<SeenObject> objects) {

    /**
     * @param flags of CK_TOKEN_INFO
     * @param shortestPin in bytes, as the token says it
     * @param longestPin in bytes; 0 or less where the token doesn't say it
     */
    public record State(long flags, long shortestPin, long longestPin) {}

    public SeenToken {
        objects = List.copyOf(objects);
    }
}
