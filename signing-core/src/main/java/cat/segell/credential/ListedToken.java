// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/**
 * A token that a driver showed, whatever is on it.
 *
 * @param empty nothing can be seen on it
 */
public record ListedToken(Token token, boolean empty) {}
