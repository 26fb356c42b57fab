// SPDX-License-Identifier: EUPL-1.2
/**
 * The embedded log: C2SP tlog-tiles in a folder, written by one process at a time and readable by anyone at any moment. It
 * sees 32-byte commitments and nothing else. The layout is described in docs/formats.md.
 */
@NullMarked
package cat.segell.notary.log;

import org.jspecify.annotations.NullMarked;
