// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.print;

import org.jspecify.annotations.NullMarked;
