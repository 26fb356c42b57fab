// SPDX-License-Identifier: EUPL-1.2
/**
 * The pure core of the ledger: RFC 6962 hashes, roots, inclusion and consistency proofs. No files, no keys, no formats.
 */
@NullMarked
package cat.segell.notary.merkle;

import org.jspecify.annotations.NullMarked;
