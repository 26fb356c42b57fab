// SPDX-License-Identifier: EUPL-1.2
/** The documents on the list: what is known of each, where it stands, and how it is shown. */
@NullMarked
package cat.segell.ui.documents;

import org.jspecify.annotations.NullMarked;
