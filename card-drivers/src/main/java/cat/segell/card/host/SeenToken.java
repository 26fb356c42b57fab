// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.util.List;

/**
 * An initialised token, as CK_TOKEN_INFO describes it, without the padding.
 *
 * @param flags of CK_TOKEN_INFO
 */
public record SeenToken(
        String label, String manufacturer, String model, String serial, long flags, List<SeenObject> objects) {

    public SeenToken {
        objects = List.copyOf(objects);
    }
}
