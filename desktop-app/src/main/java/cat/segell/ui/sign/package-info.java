// SPDX-License-Identifier: EUPL-1.2
/**
 * The Sign screen as a whole: what it shows when, its main button, its words. Its parts stand in {@code documents},
 * {@code signer}, {@code pin} and {@code run}; the models decide and need no toolkit, and what they stand on is
 * {@link cat.segell.ui.desk.SignDesk}.
 */
@NullMarked
package cat.segell.ui.sign;

import org.jspecify.annotations.NullMarked;
