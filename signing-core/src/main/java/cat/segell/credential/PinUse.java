// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/** How often a key wants its PIN in a batch, as far as is known. */
public enum PinUse {
    /** Once. */
    LOGIN,
    /** Before each signature; one entry serves them all. */
    EACH_SIGNATURE_ONE_ENTRY,
    /** Before each signature, and each time the person enters it. */
    EACH_SIGNATURE,
    /** The token tells only after the PIN was entered; one entry serves all signatures, whatever it then says. */
    UNKNOWN_ONE_ENTRY,
    /** The token tells only after the PIN was entered; where it wants it before each signature, the person enters it each time. */
    UNKNOWN
}
