// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell notarise}, {@code segell receipt} and {@code segell ledger}: the ledger and its receipts.
 */
@NullMarked
package cat.segell.cli.notary;

import org.jspecify.annotations.NullMarked;
