// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

/**
 * What the name of a signed document ends in.
 *
 * @param text with its dot
 * @param kept whether the document's own ending stays, where it has one
 */
public record NameEnding(String text, boolean kept) {

    /** @param text for a document without an ending */
    public static NameEnding kept(String text) {
        return new NameEnding(text, true);
    }

    /** Behind the whole name of the document, which stays visible. */
    public static NameEnding added(String text) {
        return new NameEnding(text, false);
    }
}
