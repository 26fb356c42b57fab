// SPDX-License-Identifier: EUPL-1.2
/**
 * The Sign screen: documents, who signs, PIN, progress and result. The models decide and need no toolkit; what they stand on
 * is {@link cat.segell.ui.sign.SignDesk}.
 */
@NullMarked
package cat.segell.ui.sign;

import org.jspecify.annotations.NullMarked;
