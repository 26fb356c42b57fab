// SPDX-License-Identifier: EUPL-1.2
/** A batch from its PIN to its result: the dialogs that ask, progress, and the table of what became of each document. */
@NullMarked
package cat.segell.ui.run;

import org.jspecify.annotations.NullMarked;
