// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell timestamp}.
 */
@NullMarked
package cat.segell.cli.timestamp;

import org.jspecify.annotations.NullMarked;
