// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/** What a token is in. */
public sealed interface TokenPlace {

    /**
     * A slot of a PKCS#11 module.
     *
     * @param description as the module describes it: for most cards the reader's name, cut off at 64 bytes
     */
    record Slot(String description) implements TokenPlace {}

    /** A file of keys: it is opened with a password, and nobody counts the tries. */
    record KeyFile() implements TokenPlace {}

    /** A practice card: there is no reader, no PUK and no issuer. */
    record Practice() implements TokenPlace {}

    /** Nothing that a person would look for: the system's store. */
    record Elsewhere() implements TokenPlace {}
}
