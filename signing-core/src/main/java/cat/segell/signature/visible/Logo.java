// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

/**
 * What an organisation is recognised by, beside the words of a signature.
 *
 * @param png an opaque picture
 */
public record Logo(byte[] png) {}
