// SPDX-License-Identifier: EUPL-1.2
/**
 * Receipts: the commitment that stands for a document, the {@code .tlog-proof} that shows it in a log (C2SP tlog-proof), and
 * their verification. All that is read here comes from strangers. The formats are described in docs/formats.md.
 */
@NullMarked
package cat.segell.notary.proof;

import org.jspecify.annotations.NullMarked;
