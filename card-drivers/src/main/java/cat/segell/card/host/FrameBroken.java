// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import java.io.IOException;

/** The other side sent what is no message. */
public final class FrameBroken extends IOException {

    FrameBroken(String why) {
        super(why);
    }
}
