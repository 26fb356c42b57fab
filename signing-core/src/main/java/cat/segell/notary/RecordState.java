// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.text.Language;
import cat.segell.text.Messages;

/** How much a receipt proves by now. */
public enum RecordState {
    /** Durable in a log on this computer; nothing outside vouches for it. */
    RECORDED;

    /** What it proves and what it doesn't, in a sentence or two. */
    public String meaning(Language language) {
        return Messages.load(language, RecordState.class, "state").text(name() + ".meaning");
    }
}
