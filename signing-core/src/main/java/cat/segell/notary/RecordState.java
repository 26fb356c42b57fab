// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.text.Language;
import cat.segell.text.Messages;

/** How much a receipt proves by now. */
public enum RecordState {
    /** Durable in a log; nothing outside it vouches for it. */
    RECORDED;

    /** What it proves in the log of this computer and what it doesn't, in a sentence or two. */
    public String meaning(Language language) {
        return meaning(language, ".meaning");
    }

    /** The same where the log is another one, whose key was given. */
    public String meaningElsewhere(Language language) {
        return meaning(language, ".elsewhere");
    }

    private String meaning(Language language, String which) {
        return Messages.load(language, RecordState.class, "state").text(name() + which);
    }
}
