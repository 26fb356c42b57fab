// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/** What a token says of its PIN before anybody is asked for it, beside its {@link PinTries}. */
public enum PinState {
    /** No PIN: the key is open, or another program asks for it. */
    NOT_NEEDED,
    READY,
    LOCKED,
    /** And what would unblock it is locked as well. */
    PUK_LOCKED,
    /** Nobody has chosen one yet. */
    NOT_SET,
    /** It is the one that the token was delivered with, or it has run out: another must be chosen first. */
    TO_BE_CHANGED;

    /** Nobody can use it until it gets another one. */
    public boolean isLocked() {
        return this == LOCKED || this == PUK_LOCKED;
    }
}
