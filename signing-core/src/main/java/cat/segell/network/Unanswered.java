// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

/** A question that got no answer. Who asked makes a problem of it. */
public final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    public enum Why {
        /** Nobody listens, or not within the time. */
        SILENT,
        /** Nobody knows a computer of this name. */
        HOST_UNKNOWN,
        /** It leads to this computer or into a private network, and nobody allowed that. */
        PRIVATE,
        /** More came than anybody would send who means well. */
        TOO_LARGE
    }

    private final Why why;

    Unanswered(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    Unanswered(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
