// SPDX-License-Identifier: EUPL-1.2
/**
 * The ledger: an RFC 6962 log in C2SP tiles, blinded commitments, receipts. No name, no document and no guessable hash
 * leaves this package for the log.
 */
@NullMarked
package cat.segell.notary;

import org.jspecify.annotations.NullMarked;
