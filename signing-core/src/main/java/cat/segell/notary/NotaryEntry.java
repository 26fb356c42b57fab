// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.document.Digest;

/**
 * A document to record.
 *
 * @param document SHA-256 of the file as it lies on disk; never leaves this package unblinded
 */
public record NotaryEntry(Digest document, Metadata metadata) {}
