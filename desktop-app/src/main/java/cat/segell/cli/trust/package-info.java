// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell trust}: the European trusted lists.
 */
@NullMarked
package cat.segell.cli.trust;

import org.jspecify.annotations.NullMarked;
