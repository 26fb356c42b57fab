// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.io.IOException;

/** The other side sent what is no message. */
public final class FrameBroken extends IOException {

    public FrameBroken(String why) {
        super(why);
    }
}
