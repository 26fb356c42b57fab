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
    /** The token tells only after the PIN was entered. */
    UNKNOWN
}
