// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/** What a token says of its PIN before anybody is asked for it. */
public enum PinState {
    /** No PIN: the key is open, or another program asks for it. */
    NOT_NEEDED,
    READY,
    /** At least one wrong entry since the last right one. */
    FEW_TRIES,
    /** The next wrong entry locks it. */
    FINAL_TRY,
    LOCKED,
    /** It is entered on the reader's keypad, never here. */
    PIN_PAD,
    NOT_SET
}
