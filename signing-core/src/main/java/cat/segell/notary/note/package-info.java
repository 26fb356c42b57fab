// SPDX-License-Identifier: EUPL-1.2
/**
 * Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint) and the Ed25519 keys that sign and verify them. Other
 * algorithms are ignored, as the specification wants it for unknown signatures.
 */
@NullMarked
package cat.segell.notary.note;

import org.jspecify.annotations.NullMarked;
