// SPDX-License-Identifier: EUPL-1.2
/** Batches that were broken off: what is offered of them at the start, and how they are taken up again. */
@NullMarked
package cat.segell.ui.resume;

import org.jspecify.annotations.NullMarked;
