// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.card;

import org.jspecify.annotations.NullMarked;
