// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

/** Baseline levels of ETSI EN 319 142-1 and its siblings, each holding the ones before. */
public enum SignatureLevel {
    /** Signed. */
    B,
    /** With a time-stamp over the signature. */
    T,
    /** With everything needed to check it later. */
    LT,
    /** Sealed again with an archive time-stamp. */
    LTA
}
