// SPDX-License-Identifier: EUPL-1.2
/** {@code ./segell bench}: what things cost, as ratios to a named reference in the same run. */
@NullMarked
package cat.segell.bench;

import org.jspecify.annotations.NullMarked;
