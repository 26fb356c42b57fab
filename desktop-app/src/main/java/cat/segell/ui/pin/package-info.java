// SPDX-License-Identifier: EUPL-1.2
/** The PIN: its questions, how it is typed, and the model that asks. Who asks, and for what, stands elsewhere. */
@NullMarked
package cat.segell.ui.pin;

import org.jspecify.annotations.NullMarked;
