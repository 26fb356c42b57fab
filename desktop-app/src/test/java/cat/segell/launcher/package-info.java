// SPDX-License-Identifier: EUPL-1.2
/** The launcher {@code ./segell} as it is, among tools of the tests' own that only say how they were called. */
@NullMarked
package cat.segell.launcher;

import org.jspecify.annotations.NullMarked;
