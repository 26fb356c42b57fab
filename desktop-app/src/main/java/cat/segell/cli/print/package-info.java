// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell print}.
 */
@NullMarked
package cat.segell.cli.print;

import org.jspecify.annotations.NullMarked;
