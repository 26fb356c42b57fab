// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell verify}.
 */
@NullMarked
package cat.segell.cli.verify;

import org.jspecify.annotations.NullMarked;
