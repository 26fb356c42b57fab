// SPDX-License-Identifier: EUPL-1.2
/** Where a signature is seen in a PDF, and what is read there. Knows pages, fields and ink; nothing of how a signature is made. */
@NullMarked
package cat.segell.signature.visible;

import org.jspecify.annotations.NullMarked;
