// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

/** What a known key says of a note. */
public enum KeyVerdict {
    /** Signed it, and every signature in its name is right. */
    SIGNED,
    /** A signature in its name is wrong: the whole note is to be refused. */
    REFUTED,
    /** Didn't sign it. */
    SILENT
}
